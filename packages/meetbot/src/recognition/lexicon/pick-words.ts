import type { Picked } from "@meetbot/model/conversation/recognition.ts";

const thing = "(?: (?:one|order|package|parcel|option|item))?";
const measureWord = "(?:个|单|条|件|笔|项|份)?(?:订单|包裹|快递|的)?";

function place(first: number, english: string, chinese: string): string[] {
  return [
    `(?:(?:show |open |check )?(?:me )?the )?(?:${english})${thing}(?: please| pls)?`,
    `(?:number|no|nr|option)? ?${first}`,
    `(?:看|查|看看|查查|我要|选|要)?(?:一下)?第?(?:${chinese}|${first})${measureWord}(?:吧|呢|啊)?`,
  ];
}

/** How customers refer to what was just offered, as whole utterances without punctuation. */
export const pickWords = {
  1: place(1, "first|1st|top", "一"),
  2: place(2, "second|2nd", "二"),
  3: place(3, "third|3rd", "三"),
  4: place(4, "fourth|4th", "四"),
  5: place(5, "fifth|5th", "五"),
  last: [
    `(?:the )?(?:last|bottom)${thing}(?: please)?`,
    `(?:看|查)?(?:最后|末)(?:一|那)?${measureWord}`,
  ],
  next: [
    "(?:show |see |give )?(?:me )?(?:some )?(?:the )?(?:more|next|others|other ones|rest)(?: orders| ones| page| please| pls)*",
    "(?:any|are there|is there) (?:more|others)|go on|continue|older ones",
    "(?:再)?(?:看|显示|来)?(?:更多|下一页|下页|下一批|其他的|其它的|别的)(?:订单|呢|吧)?|还有(?:吗|么|呢|别的吗|其他的吗)?|继续|往下|往后",
  ],
  code: [
    "(?:please |pls |can you |could you )?(?:send|email|e mail|mail|text|get|give)(?: me)? (?:a |the |another |new )*code(?: again| please| pls)?|(?:the |a )?code please|send it again|resend(?: it| the code)?",
    "(?:请|麻烦)?(?:给我)?(?:再)?(?:发|发送|获取|要|来)(?:一)?(?:个|下|次)?(?:新的?)?验证码(?:给我|吧)?|再发(?:一)?(?:次|遍|个)|重新?发(?:送)?(?:一下|验证码)?",
  ],
  sign_out: [
    "(?:please |pls |can you |could you )?(?:sign|log) ?(?:me )?(?:out|off)(?: of (?:my account|here))?(?: please| pls| now)?|unlink(?: (?:me|my account|this chat|the account|this account))?(?: please)?|forget my account",
    "(?:请|帮我|我要|我想)?(?:退出(?:我的)?(?:登录|登陆|账号|账户|帐号|帐户)|登出|注销登录)(?:吧|一下)?|(?:请|帮我|我要|我想)?(?:解除|取消)(?:账号|账户|帐号|帐户)?(?:的)?(?:关联|绑定)(?:吧)?",
  ],
  unknown: [
    "(?:sorry )?(?:i )?(?:really )?(?:do not|don t|dont|can t|cant|cannot) (?:know|have (?:one|it|any|that|a number|the number)|remember|find (?:it|one))(?: it| that| sorry)?|no idea|not sure|dunno|idk|(?:i )?(?:forgot|lost)(?: it| my order number| the number| my number)?|no (?:order |package |tracking )?number",
    "(?:我)?(?:不知道|不记得|记不得|记不清|不清楚|忘记|忘|找不到|想不起来|没记)(?:了)?(?:单号|号码|订单号|邮箱)?(?:了)?(?:啊|呀|呢)?|(?:我)?没有?(?:单号|号码|订单号|运单号|快递单号)|(?:我)?的?(?:订单号|单号|邮箱)(?:忘|忘记|找不到|不记得)了?(?:怎么办)?",
  ],
  yes: [
    "(?:yes|yep|yeah|yea|ya|yup|sure|ok|okay|k|kk|fine|right|alright|all right|correct|exactly|of course|go ahead|do it|please do|i do|cool|great|good)(?: (?:yes|sure|ok|okay|please|pls|thanks?|that s right|do it|good))*",
    "(?:嗯|恩|哦|噢|喔|是|是的|是啊|对|对的|对啊|好|好的|好啊|好吧|行|行吧|可以|可以的|要|要的|没错|知道了|明白|明白了|了解|收到|ok|okay)(?:[ 嗯恩啊呀哦的吧]|好的|是的|谢谢)*",
  ],
  no: [
    "(?:no|nope|nah|not now|not really|no no)(?: (?:thanks?|thank you|please|no|i don t|sorry))*",
    "(?:不|不是|不是的|不要|不了|不用|没有|没|没了|没有了|否|不行|不对)(?:[ 啊呀哦的吧了]|谢谢)*",
  ],
} as const satisfies Record<1 | 2 | 3 | 4 | 5 | Exclude<Picked, number>, readonly string[]>;
