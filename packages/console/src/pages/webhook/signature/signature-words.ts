import { defineWords } from "../../../words/define-words.ts";

export const signatureWords = defineWords({
  en: {
    formula: {
      "x-hub-signature": {
        whole_secret:
          "sha256= and the lower-case hex of HMAC-SHA256(key: the whole secret as text, text: the raw body)",
        another_secret: "Made like the right one, with a secret that is not yours",
        none: "A SHA-256 without any secret",
        decoded_secret: "",
      },
      "webhook-signature": {
        decoded_secret:
          "v1, and the base64 of HMAC-SHA256(key: the bytes that the base64 behind whsec_ stands for, text: webhook-id.webhook-timestamp.raw body)",
        another_secret: "Made like the right one, with a secret that is not yours",
        none: "A SHA-256 without any secret",
        whole_secret: "",
      },
    },
    better: "Verify this one: it covers the time, so a captured request soon becomes useless.",
    origin: "The protocol's first form. It covers the body alone.",
    signed: "Bytes that are signed",
    expected: "Beginning of the expected value",
    valueOf: (header: string) => `the value of ${header}`,
    unsigned: "This request carries no signature: your webhook must answer it with 401.",
    secretIs: "Signed with the secret",
    fingerprint:
      "Does your code have the same secret? Compare the first 8 digits of its SHA-256, without showing the secret:",
    calculator: "Paste yours",
    calculatorText:
      "Paste what your code computed for this request: hex, base64, the whole header, as you have it. You are told whether it is right, and otherwise which mistake makes exactly this value.",
    pasted: "What your code computed",
    placeholder: "sha256=… or v1,…",
    looking: "Computing…",
    match: (header: string) => `Right: this is the ${header} of this request.`,
    matchText:
      "If your webhook still refuses it, look at how it compares: the whole value, in constant time.",
    mistake: "Found the mistake:",
    several: "Several mistakes at once:",
    why: "Why",
    fix: "What to do",
    unknown: "Made with another secret, or from other bytes",
    unknownText:
      "It looks like a signature, but no common mistake gives this value. Compare step by step what your code signs:",
    stepSecret: (fingerprint: string) => `the secret: its SHA-256 begins with ${fingerprint}`,
    stepLength: (bytes: string) => `the body: ${bytes} bytes long`,
    stepHash: "the body's SHA-256:",
    stepRequest:
      "the request: exactly this one, not an earlier one. Id, time and token are new each time.",
    hint: "Its form tells this much:",
  },
  zh: {
    formula: {
      "x-hub-signature": {
        whole_secret:
          "sha256= 加上 HMAC-SHA256（密钥：整个密钥文本，内容：原始正文）的小写十六进制",
        another_secret: "算法正确，但用的不是您的密钥",
        none: "没有用密钥的 SHA-256",
        decoded_secret: "",
      },
      "webhook-signature": {
        decoded_secret:
          "v1, 加上 HMAC-SHA256（密钥：whsec_ 之后的 base64 解码得到的字节，内容：webhook-id.webhook-timestamp.原始正文）的 base64",
        another_secret: "算法正确，但用的不是您的密钥",
        none: "没有用密钥的 SHA-256",
        whole_secret: "",
      },
    },
    better: "请校验这一个：它包含时间，被截获的请求很快就会失效。",
    origin: "协议最初的形式，只针对正文。",
    signed: "被签名的字节",
    expected: "期望值的开头",
    valueOf: (header) => `${header} 的值`,
    unsigned: "这个请求不带签名，您的 Webhook 必须以 401 拒绝。",
    secretIs: "所用密钥",
    fingerprint: "您的代码用的是同一个密钥吗？比较 SHA-256 的前 8 位就知道，不必显示密钥：",
    calculator: "粘贴您算出的值",
    calculatorText:
      "粘贴您的代码为这个请求算出的值：十六进制、base64 或整个请求头都可以。这里会告诉您是否正确；如果不对，会指出是哪个错误得到了这个值。",
    pasted: "您的代码算出的值",
    placeholder: "sha256=… 或 v1,…",
    looking: "正在计算…",
    match: (header) => `正确：这就是本请求的 ${header}。`,
    matchText: "如果 Webhook 仍然拒绝，请检查比较的方式：应比较完整的值，并使用恒定时间比较。",
    mistake: "问题在这里：",
    several: "同时有几个问题：",
    why: "原因",
    fix: "处理办法",
    unknown: "使用了其他密钥，或签名的内容不同",
    unknownText: "形式上是签名，但不属于任何常见错误。请逐项核对您的代码签名的内容：",
    stepSecret: (fingerprint) => `密钥：SHA-256 以 ${fingerprint} 开头`,
    stepLength: (bytes) => `正文：长度为 ${bytes} 字节`,
    stepHash: "正文的 SHA-256：",
    stepRequest: "请求：必须是本次请求，而不是之前的。id、时间和 token 每次都不同。",
    hint: "从形式上可以看出：",
  },
});
