import { recognize } from "../recognition/recognize.ts";

/** One of each kind that customers mostly write, in both languages that recognition is trained for. */
const utterances = [
  "Where is my order MB1001? When will it arrive?",
  "How much did I pay, and can I return one of them?",
  "I never got my parcel, I want to talk to a person.",
  "hello",
  "我的快递到哪了？什么时候能到",
  "这单一共多少钱，能退货吗",
  "还没收到货，转人工客服",
  "你好",
];

/**
 * Makes the JavaScript engine compile the recognition code. Compiling takes longer than the interval at which a lease
 * is renewed, so the node does it before it takes any turn.
 */
export function warmUp(): void {
  for (const utterance of utterances) recognize(utterance);
}
