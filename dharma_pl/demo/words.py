"""The printed vocabulary of the demo's ledgers: Portuguese words, as they stand on a page."""

ITEMS = (
    "Açafrão", "Açúcar", "Agulhas", "Alecrim", "Algodão", "Alho", "Amêndoa", "Anil", "Arroz",
    "Aveia", "Azeite", "Bacalhau", "Banha", "Batata", "Botões", "Breu", "Cacau", "Café moído",
    "Café verde", "Cal virgem", "Canela", "Carne seca", "Carvão", "Cebola", "Cera fina",
    "Chá preto", "Chá verde", "Cominho", "Couro cru", "Cravo", "Enxada", "Ervilha", "Farinha",
    "Feijão",
    "Fermento",
    "Fita azul", "Fósforos", "Fubá", "Fumo", "Goiabada", "Grão", "Lã crua", "Lamparina", "Lenha",
    "Lentilha", "Linha preta", "Linho", "Louça", "Maçã", "Mandioca", "Manteiga", "Mel", "Milho",
    "Óleo", "Pano", "Papel", "Pão", "Pimenta", "Polvilho", "Pregos", "Queijo", "Rapadura", "Sabão",
    "Sal fino", "Sal grosso", "Seda", "Telha", "Tijolo", "Tinta azul", "Toucinho", "Trigo", "Vela",
    "Vidro", "Vinagre", "Vinho",
)  # fmt: skip
HOUSES = (
    "Armazém", "Botica", "Casa", "Empório", "Engenho", "Fazenda", "Loja", "Venda",
)  # fmt: skip
NAMES = (
    "Aurora", "Boa Vista", "Conceição", "Esperança", "Flores", "Glória", "Imperial", "Ipê",
    "Pinhão",
    "Santa Fé", "São João", "São Luís", "União",
)  # fmt: skip
MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
    "outubro", "novembro", "dezembro",
)  # fmt: skip
FOOTERS = ("Fim da folha", "Segue no verso", "Transporta-se", "Confere", "Caixa fechado")
MARGINS = ("pago", "deve", "nota", "ver", "ok")
