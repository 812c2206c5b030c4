/** Customers who want a person, written for tests: most also name what troubles them, or an order. */
export const callsForPerson: readonly string[] = `
can a human tell me where it is
is there someone I can call
please have somebody contact me
my lamp came broken, let me talk to a person
where is my order, I want a human
nothing arrived for two weeks, get me your manager
could a real person look at my order
could an actual person check where my parcel is
can one of your staff call me about the broken mug
is there anybody I can speak to about my missing parcel
is there anyone i could talk with
someone from your team should call me
I need somebody to call me back about the refund
can somebody ring me about my late delivery
have an agent get back to me about the damaged box
ask a colleague to write me
ask your supervisor to contact me
let a human handle this please
let me speak with whoever is in charge
I'd rather deal with a person
I would like to be contacted by an employee
i want to be connected to an agent about my late order
put me through to someone who can help
pass me on to a human
hand me over to a person
forward me to customer service, the box is smashed
escalate this, my order is three weeks late
this bot is useless, human now
stop the bot and give me a person
enough, I want to speak to somebody about my refund
no more robots, where is my order
is a human available to look at my missing item
are there any humans working here
any real people here I can talk to about a wrong item
do you have a phone number I can call about my order
what number can I call to speak to someone
how do I reach a person about a late parcel
how can I get hold of a human being
how do i get in touch with somebody about a damaged item
where can I talk to someone about my parcel
who can I talk to about the broken lamp
who do i speak to about an order that never came
who can I call about my order
I demand to speak with your manager, this is a scam
let me talk to your boss, I was charged twice
get a human on this, tracking is stuck
get somebody on the line
I need human help with my order
need a live agent, my parcel is lost
live chat please, item missing
my package says delivered but it is not here, please connect me to an agent
wrong color again!! representative please
can you transfer me, the order is late
please transfer me to a colleague about the invoice
i need an actual human to cancel my order
i want to cancel my order and talk to a person
a person should look into my refund
would a staff member please explain why it is late
will an employee call me about the delivery
may i speak to someone about a return
can i get a human to check my order status
could i have someone call me about my shipment
i want someone to call me, the delivery is late
i would like someone to contact me about my broken vase
please call me back about order 48213
please ring me about my parcel
call me, it is still not here
call me back regarding the missing socks
can you give me a call about my order
can you have the manager call me
tell a human that my order is wrong
customer service please, where is my package
connect me with support, the parcel is stuck in customs
i need to talk to customer service about my delivery
contact me please, my order never arrived
I'm not talking to a machine about my lost parcel, get me an agent
I won't discuss my refund with a bot, I want a human
speak to agent where is my order
agent!! my order is missing
human, where is my parcel
operator, the thing is broken
is it possible to talk to a person about the late order
would it be possible to speak to somebody
any chance I can talk to a human about the refund
could you get someone to look into my order
get someone to help me find my parcel
send a person to deal with this damaged order
转人工，我的快递到哪了
找个人帮我看看订单
有没有真人能帮我查快递
能不能让真人看一下我的订单
让你们经理给我打电话，东西坏了
我要投诉，转人工
叫你们老板来，发错货了
我不想跟机器人说，快递丢了
别让机器人回我，找个真人
给我接客服，一直没发货
我想跟客服说一下退款
麻烦安排个人联系我，快递一直没到
请让工作人员给我回电话
可以打个电话给我吗 东西少了
谁能给我回个电话
有没有电话可以打，订单一直没动
你们客服电话多少，我的货坏了
人工！！还没到货
人工客服在哪，我的订单怎么还没发
我要真人客服查一下我的订单
来个活人，快递三天没动了
换个人来跟我说，快递三天不动了
能找个人工帮我查下快递吗
叫个人来处理一下退款
让客服联系我，少发了一件
请派个专员跟我联系
我要跟你们主管谈谈，包裹丢了
快递破了，找人工
让人工回复我，到底什么时候发货
是不是可以转接人工 查订单
Ich möchte mit einem Menschen sprechen, mein Paket ist kaputt
kann mich bitte jemand anrufen, meine Bestellung fehlt
Kann mich ein Mitarbeiter zurückrufen
Ich will einen Menschen, wo ist meine Bestellung
Gibt es jemanden, den ich anrufen kann
Verbinden Sie mich bitte mit einem Mitarbeiter
Bitte um Rückruf, das Paket ist nicht angekommen
Ich brauche einen echten Menschen
Kann ein Mensch nachsehen, wo mein Paket ist
Kundenservice bitte, die Lampe ist kaputt
Mit wem kann ich über meine Bestellung sprechen
Ich will mit dem Chef reden
quiero hablar con una persona, mi pedido llegó roto
¿puede llamarme alguien? mi pedido no ha llegado
necesito hablar con un agente
pásame con un humano, dónde está mi paquete
quiero un agente humano
¿hay alguien a quien pueda llamar?
que me llame alguien, por favor
póngame con atención al cliente
¿puede una persona mirar dónde está mi pedido?
quiero hablar con el encargado, me cobraron dos veces
comuníqueme con un representante
necesito que una persona revise mi pedido
`
  .trim()
  .split("\n");

/** People are named, and none is called. */
export const noCallsForPerson: readonly string[] = `
can someone tell me where my order is
a person signed for my parcel, where is it
the delivery person left it with a neighbor
I do not need to talk to a person, where is my order
you do not have to call me
don't call me, just write when it ships
call me when it arrives
let me know when it is out for delivery
my manager wants to know where the parcel is
the person who ordered it is my wife
nobody called me back
I was promised that somebody would call me
the driver did not ring
my call of duty game has not arrived
human hair wig, where is my order
when will my phone arrive
the agent said it was shipped
did you have someone sign for it
can my husband pick it up
Please send somebody to look at the oven
我买的真人手办到哪了
快递员没给我打电话
不用转人工，查下订单就行
派送前给我打电话
客服说今天发货，发了吗
我跟客服说过了
不用客服联系我
喊个人来看看呗
wo ist meine Bestellung, ich brauche keinen Menschen
mein Mitarbeiter hat bestellt, wo ist das Paket
la persona que lo pidió es mi hermana
no quiero hablar con nadie, ¿dónde está mi pedido?
`
  .trim()
  .split("\n");
