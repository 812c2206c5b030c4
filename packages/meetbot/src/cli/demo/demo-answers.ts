import type { Answer, AnswerBook, AnswerButton } from "@meetbot/model/answers/answer-book.ts";
import type { AnswerBooks } from "../../store/answers/answer-books.ts";

/** An answer in English and Chinese. */
function answer(
  [en, enButtons = []]: [text: string, buttons?: AnswerButton[]],
  [zh, zhButtons = []]: [text: string, buttons?: AnswerButton[]],
): Answer {
  return {
    texts: { en: { text: en, buttons: enButtons }, zh: { text: zh, buttons: zhButtons } },
    ...{ validFrom: null, validUntil: null },
  };
}

/** The demo shop's own answers: one that needs an order, and some that do not. */
export const demoAnswers: AnswerBook = {
  answers: {
    returns: answer(
      [
        "You can send anything back within 30 days of delivery, and we pay the postage. Write {order.number} on the outside of the parcel, so that we know it is yours.",
        [{ kind: "order", title: "My order number" }, { kind: "person" }],
      ],
      [
        "签收后 30 天内都可以退，运费由我们承担。请在包裹外面写上订单号 {order.number}，方便我们核对。",
        [{ kind: "order", title: "输入订单号" }, { kind: "person" }],
      ],
    ),
    delivery_time: answer(
      [
        "We send your parcel within one working day. It then takes two to four days, abroad a week.",
      ],
      ["现货一个工作日内发出，国内一般两到四天送到，海外大约一周。"],
    ),
    discount: answer(
      ["With the code WELCOME10 your first order costs 10 % less."],
      ["首单输入优惠码 WELCOME10，可以打九折。"],
    ),
  },
  ownTopics: [],
  taught: [],
};

/** Saves the demo bot's answers on the first start. */
export async function writeDemoAnswers(answers: AnswerBooks, botId: string): Promise<void> {
  await answers.save(botId, { after: 0, book: demoAnswers, what: "imported", topic: null });
}
