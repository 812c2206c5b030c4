/** Brazilian customers' problems, their requests that go beyond a fact, and their small talk with the bot. */
export const troubles: Readonly<Record<string, string>> = {
  "[tem alguém|alguém] [pra|para] [me atender|atender|me ajudar|falar comigo|conversar]":
    "can i talk to a person",
  "[já era pra|já era para|era pra|já devia|já deveria] [ter chegado|estar aqui|ter chego|ter recebido]":
    "it should be here by now",
  "[consta como|diz que foi|aparece como|tá como|está como] entregue": "it says delivered",
  "[veio|chegou] [com defeito|quebrado|quebrada|amassado|riscado|rasgado|trincado|danificado|estragado|rachado]":
    "it arrived broken",
  "[veio|chegou] [faltando|faltando coisa|faltando item|faltando uma peça|incompleto|pela metade|só metade]":
    "an item is missing",
  "[veio|chegou|mandaram|enviaram|recebi] [na cor errada|a cor errada|no tamanho errado|o tamanho errado|outra cor|outro produto|outra coisa|o item errado|trocado]":
    "you sent the wrong item",
  "[como faço|como que faço|como eu faço|como fazer] [pra|para] devolver": "how do i return it",
  "[cadê|onde está|e] [meu|o] [estorno|reembolso]": "where is my refund",
  "[quando vou|quando eu vou|quando] [receber|recebo] [meu|o] [reembolso|estorno|dinheiro de volta]":
    "when do i get my money back",
  "[quero|queria|posso|dá pra|gostaria de] trocar por [um tamanho maior|um tamanho menor|outro tamanho|outra cor|um maior|um menor|outro]":
    "i want to exchange it for another size",
  "[dá pra|dá para|posso|tem como|quero|ainda posso|consigo] cancelar [a compra|o pedido|meu pedido|minha compra] [ainda|]":
    "can i still cancel the order",
  "[posso|dá pra|dá para|tem como|quero|consigo] [incluir|adicionar|acrescentar|colocar] [mais um item|mais um produto|mais uma coisa|outro item|um item|algo] [no pedido|no meu pedido|]":
    "can i add something to my order",
  "[mudar|trocar|alterar|corrigir] [o endereço|meu endereço] [de entrega|]": "change the address",
  "[cadê|quero|preciso da|onde está|me manda|manda] [a nota|a nota fiscal|nota fiscal|nf]":
    "i need an invoice",
  "[nota fiscal|nf]": "invoice",
  "[que|isso é um|é um|um] [palhaçada|absurdo|descaso|desrespeito|vergonha|ridículo]":
    "this is ridiculous",
  "[vou no|vou ao|vou acionar o|vou reclamar no|vou chamar o] procon":
    "i will go to consumer protection legal action",
  "[vou|vou te|vou processar|processar] [processar|processar vocês|vocês]":
    "i will take legal action",
  // The bot itself.
  "[tô|to|estou|eu tô] falando com [gente de verdade|uma pessoa|uma pessoa de verdade|humano|um humano]":
    "am i talking to a real person",
  "[tô|to|estou|eu tô] falando com [um robô|uma máquina]": "am i talking to a robot",
  "[você é|vc é] [uma ia|uma máquina]": "are you a robot",
  "[você é|vc é] [de verdade|humano|gente]": "are you human",
  "quem [tá|está] falando": "who are you",
  "[pode ser em|você fala|vc fala|vocês falam|fala|falam|dá pra falar em|atende em] [inglês|espanhol|francês|alemão|italiano|português|chinês]":
    "do you speak english",
  "[que|quais] [dados|informações] [vocês guardam|vocês têm|você tem|vocês salvam|tem] sobre mim":
    "what do you store about me",
  "[me avisem|me avisa|me avise|avisem|avisa|me fala|me fale|me diz] quando [sair|chegar|for enviado|enviarem|mandarem|for entregue]":
    "tell me when it arrives",
  "[peraí|pera|péra|calma aí|só um segundo|um segundo|pera aí|espera aí|espera um pouco]":
    "wait a moment",
  "[digitei|escrevi] errado": "my mistake typo",
  "[deixa quieto|deixa estar|esquece isso|tanto faz|não importa]": "never mind",
  // The number, the email, the account.
  "[perdi|não tenho|não acho|não encontro|esqueci|não sei|não lembro] [o|meu] número do [pedido|meu pedido]":
    "i lost the order number",
  "o que é [o|um] número do pedido": "what is an order number",
  "[n|não|nao] [uso|tenho] [email|e-mail]": "i do not have an email",
  "[dá para|dá pra|consegue|pode|tem como|vocês conseguem] [procurar|achar|buscar|encontrar|ver|localizar|consultar] [pelo|com o|por] [meu nome|meu cpf|cpf|meu telefone|telefone|nome|número de telefone]":
    "can you find it by my name",
  "[comprei|fiz o pedido] [sem cadastro|como visitante|como convidado|sem criar conta|sem me cadastrar|sem fazer cadastro]":
    "i bought it as a guest",
  "não tenho [conta|cadastro]": "i do not have an account",
  "[com qual|em qual|qual] conta [estou logado|estou logada|eu tô|eu estou|estou|tô logado|tô logada]":
    "which account am i signed in as",
  "[tô|estou] [logada|logado] [em|com|na] qual conta": "which account am i signed in as",
  "[tô|estou] [logada|logado]": "am i signed in",
  "[é|esse é|este é|] o pedido [da minha mãe|do meu pai|do meu marido|da minha esposa|da minha filha|do meu filho|da minha irmã|do meu irmão|da minha avó|do meu namorado|da minha namorada]":
    "it is my mother's order",
  "[compra|encomenda] [da minha mãe|do meu pai|do meu marido|da minha esposa|da minha filha|do meu filho|da minha irmã|do meu irmão|da minha avó|do meu namorado|da minha namorada]":
    "my mother's order",
  "[a compra|a encomenda] [da minha mãe|do meu pai|do meu marido|da minha esposa|da minha filha|do meu filho|da minha irmã|do meu irmão|da minha avó|do meu namorado|da minha namorada]":
    "my mother's order",
  "[estou vendo|tô vendo|é pra|pergunto|tô perguntando] [pra|para|pelo|pela] [minha mãe|meu pai|meu marido|minha esposa|minha irmã|minha avó]":
    "i am asking for my husband",
  "[os pedidos|pedidos] [de outros clientes|dos outros|de outras pessoas|de outra pessoa|de outros]":
    "other people's orders",
  "o que [minha vizinha|meu vizinho|a vizinha|o vizinho] [comprou|pediu]":
    "what did my neighbor order",
  "[o vizinho|meu vizinho|minha vizinha|um vizinho] pode [receber|pegar|assinar]":
    "can my neighbor accept it",
  "[por que|pra que|para que|porque] [vocês precisam do|você quer|vocês querem|precisam do|você precisa do|quer|vc quer|pedem|pede] [meu|o] [e-mail|email]":
    "why do you need my email",
  "[me cobraram|fui cobrado|fui cobrada|cobraram] [a mais|demais|mais do que devia|errado|valor errado]":
    "you charged me too much",
  "[fui cobrado|fui cobrada|cobraram|paguei|debitaram] duas vezes": "i was charged twice",
  // Requests that only the carrier can fulfill, and gifts.
  "[pode|podem|dá pra|tem como|pode por favor] [deixar|deixar o pacote|deixar a encomenda] [na portaria|com o vizinho|na porta|com o porteiro|com a vizinha|na recepção]":
    "can you leave it at the door",
  "[deixa|deixem|deixe] [na portaria|na porta|com o porteiro|com a vizinha|com meu vizinho]":
    "leave it at the door",
  "[não recebi|não chegou|não tenho] o código [pra retirar|para retirar|de retirada|pra buscar]":
    "i did not get the pickup code",
  "código [pra retirar|para retirar|de coleta]": "pickup code",
  "[embrulha|embrulham|dá pra embrulhar|fazem embrulho|pode embrulhar|tem embrulho|embalam] [para|pra|de] presente":
    "do you do gift wrapping",
  "[embalagem|papel] de presente": "gift wrapping",
  "[dá pra|dá para|pode|podem|tem como] [mandar|colocar|incluir|pôr] [um|uma] [cartãozinho|cartão|bilhete|cartinha|mensagem] [junto|]":
    "can you add a greeting card",
  "é [pra|para|um] presente": "it is a gift",
  // Reactions to the bot's last reply.
  "[certeza disso|certeza|tem certeza disso|sério|sério mesmo|é sério|jura]": "are you sure",
  "[então|e aí|e agora] o que [devo fazer|eu faço|faço|que eu faço|posso fazer]":
    "then what do i do",
  "[você não entendeu|vc não entendeu|não entendeu|não é isso|não era isso|não foi isso]":
    "that is not what i asked",
  "tenho certeza": "i am sure",
  "quantos anos [você|vc] tem": "how old are you",
};
