/** What customers ask most, in many words: each line asks for an order or a parcel. */
export const flagship = {
  en: `
where is my order
where's my order
where is my package
where is my parcel
where are my orders
where is my stuff
where is my delivery
where is my shipment
where is the order
where is the package
where is the thing I ordered
where is everything I ordered
where are the shoes I bought
where is it
when will my order arrive
when will my package arrive
when does my parcel come
when will it arrive
when will it be delivered
when is my delivery coming
when will I get my order
when do I get my package
when will my order ship
how long until my order arrives
how long will my delivery take
has my order shipped
has my order been sent
has my package left
has it shipped
did you ship my order
did my order go through
is my order on its way
is my package on the way
is my parcel coming
order status
what is the status of my order
status of my order
check my order
check order status
can you check my order
can I see my order
show me my order
show my orders
track my order
track my package
I want to track my parcel
I want to know where my order is
I would like to know where my package is
can you tell me where my order is
could you tell me where my parcel is
do you know where my package is
any news on my order
any update on my order
what is happening with my order
what happened to my order
what about my order
my order has not arrived
my package has not arrived
I have not received my order
I did not get my package
my order is late
my parcel is lost
I am waiting for my order
still waiting for my package
I need my order
tracking number
I need the tracking number
my tracking has not updated
`,
  zh: `
我的订单在哪
我的订单到哪了
我的快递到哪了
我的包裹在哪里
我的东西到哪了
我的货在哪
快递到哪了
包裹到哪里了
订单到哪了
物流到哪了
到哪了
查一下我的订单
查订单
查快递
查物流
帮我查一下快递
帮我看看订单
看一下我的物流
我想查订单
我想看看快递到哪了
什么时候到
什么时候能到
我的快递什么时候到
我的订单什么时候到
几天能到
还要多久到
今天能到吗
明天能到吗
什么时候发货
我的订单什么时候发货
发货了吗
我的订单发货了吗
发出来了吗
寄出了吗
出库了吗
怎么还没到
怎么还没发货
还没收到货
快递还没到
包裹还没收到
物流没更新
物流一直不动
快递卡住了
订单状态
我的订单状态
订单怎么样了
我的订单怎么样了
我买的东西到哪了
我买的东西什么时候到
快递单号是多少
`,
  de: `
wo ist meine Bestellung
wo bleibt meine Bestellung
wo ist mein Paket
wo bleibt mein Paket
wo ist meine Sendung
wo bleibt meine Lieferung
wo sind meine Bestellungen
wo sind meine Pakete
wo ist die Bestellung
wo ist das Paket
wann kommt mein Paket
wann kommt meine Bestellung
wann wird meine Bestellung geliefert
wann bekomme ich meine Bestellung
wann bekomme ich mein Paket
ist mein Paket unterwegs
ist meine Bestellung schon versandt
wurde meine Bestellung verschickt
ist meine Bestellung angekommen
meine Bestellung ist noch nicht angekommen
mein Paket ist nicht angekommen
mein Paket ist noch nicht da
ich habe mein Paket nicht bekommen
ich habe meine Bestellung noch nicht erhalten
ich warte auf mein Paket
ich warte auf meine Bestellung
ich möchte meine Bestellung verfolgen
ich will wissen, wo meine Bestellung ist
können Sie mir sagen, wo mein Paket ist
was ist mit meiner Bestellung
wie ist der Stand meiner Bestellung
Status meiner Bestellung
Paket verfolgen
Sendung verfolgen
Sendungsverfolgung
meine Bestellungen zeigen
zeig mir meine Bestellungen
gibt es Neuigkeiten zu meiner Bestellung
Sendungsnummer
meine Bestellung
mein Paket
`,
  es: `
dónde está mi pedido
dónde está mi paquete
dónde está mi envío
dónde están mis pedidos
dónde están mis paquetes
dónde está el pedido
dónde está el paquete
dónde está
cuándo llega mi pedido
cuándo llega mi paquete
cuándo llega
cuándo llegará mi pedido
cuándo llegará mi paquete
cuándo recibo mi pedido
cuándo se envía mi pedido
mi pedido no ha llegado
mi paquete no ha llegado
mi pedido todavía no ha llegado
no he recibido mi pedido
no he recibido mi paquete
no me ha llegado el pedido
ya se envió mi pedido
han enviado mi pedido
está en camino mi pedido
quiero saber dónde está mi pedido
puede decirme dónde está mi paquete
quiero rastrear mi paquete
rastrear mi pedido
rastrear pedido
seguimiento de mi pedido
estado de mi pedido
cuál es el estado de mi pedido
ver mis pedidos
mis pedidos
mi pedido
mi paquete
qué pasa con mi pedido
hay noticias de mi pedido
estoy esperando mi pedido
número de seguimiento
mi pedido llega tarde
`,
} as const;
