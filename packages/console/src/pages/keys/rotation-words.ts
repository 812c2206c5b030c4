import { defineWords } from "../../words/define-words.ts";

export const rotationWords = defineWords({
  en: {
    title: "Rotation under way",
    callOff: "Call off rotation",
    done: "done",
    make: {
      title: "Make the next secret",
      text: (fingerprint: string, when: string) =>
        `${fingerprint} was made and shown once, ${when}. If nobody kept it, call off the rotation and begin again.`,
    },
    place: {
      title: "Put it in place",
      text: "Replace MEETBOT_SIGNING_SECRET where your webhook reads it, and restart the webhook. There is no hurry: every query is signed with both secrets, so it is answered before and after.",
      several: "Does the webhook run on several servers?",
      severalText:
        "Then let it accept both secrets until all servers have the next one. With the SDK:",
    },
    test: {
      title: "Test with the next secret",
      text: "Asks your webhook a test that is signed with the next secret alone. Nothing changes by it.",
      button: "Test now",
      passed: {
        fully: "Your webhook has the next secret, and refuses strangers.",
        body_only:
          "Your webhook has the next secret. But it answers a request that is ten minutes old: see the webhook page.",
        not: "Your webhook answered. But it answers strangers too, so this says nothing about the secret: see the webhook page.",
        unknown: "Your webhook has the next secret. It fell silent when a stranger asked.",
      },
      refused: {
        answered: (detail: string) =>
          `Your webhook does not accept the next secret yet (${detail}). Is it in place, and was the webhook restarted?`,
        silent: (detail: string) => `Your webhook gave no answer (${detail}).`,
      },
    },
    promote: {
      title: "Promote it",
      text: (overlap: string) =>
        `Your webhook is asked once more. If it answers, the next secret becomes the current one, and the one before stays valid for ${overlap}.`,
      atOnce:
        "Your webhook is asked once more. If it answers, the next secret becomes the current one, and the one before ends at once.",
      button: "Promote",
      refused:
        "Nothing was promoted: your webhook did not accept the next secret alone. What it answered stands above.",
    },
    insist: {
      open: "Promote without a test…",
      title: "Promote without a test?",
      text: "Your webhook does not answer to the next secret. If it does not have it when the overlap is over, it refuses every query from then on, and customers hear that the shop does not answer.",
      button: "Promote all the same",
      cancel: "Cancel",
    },
    promoted: (until: string) =>
      `The next secret is the current one now. The one before is valid until ${until}.`,
  },
  zh: {
    title: "正在轮换",
    callOff: "取消轮换",
    done: "已完成",
    make: {
      title: "生成新密钥",
      text: (fingerprint, when) =>
        `${fingerprint} 已于 ${when} 生成并显示过一次。如果没有人保存它，请取消轮换后重新开始。`,
    },
    place: {
      title: "部署新密钥",
      text: "在 Webhook 读取密钥的地方替换 MEETBOT_SIGNING_SECRET，然后重启 Webhook。不用着急：每个查询都同时用两个密钥签名，更换前后都能得到应答。",
      several: "Webhook 运行在多台服务器上？",
      severalText: "请让它同时接受两个密钥，直到所有服务器都换上新密钥。使用 SDK 时：",
    },
    test: {
      title: "用新密钥测试",
      text: "向您的 Webhook 发送一个只用新密钥签名的 test，不会改变任何设置。",
      button: "立即测试",
      passed: {
        fully: "您的 Webhook 已换上新密钥，并会拒绝陌生请求。",
        body_only: "您的 Webhook 已换上新密钥，但它会应答十分钟前的请求，请查看 Webhook 页面。",
        not: "您的 Webhook 有应答，但它也会应答陌生请求，因此无法确认密钥，请查看 Webhook 页面。",
        unknown: "您的 Webhook 已换上新密钥，但收到陌生请求时没有回应。",
      },
      refused: {
        answered: (detail) =>
          `您的 Webhook 还不接受新密钥（${detail}）。密钥是否已部署，Webhook 是否已重启？`,
        silent: (detail) => `您的 Webhook 没有应答（${detail}）。`,
      },
    },
    promote: {
      title: "启用新密钥",
      text: (overlap) =>
        `会再次询问您的 Webhook。如果它有应答，新密钥即成为当前密钥，之前的密钥还有 ${overlap}有效。`,
      atOnce: "会再次询问您的 Webhook。如果它有应答，新密钥即成为当前密钥，之前的密钥立即失效。",
      button: "启用",
      refused: "没有启用：您的 Webhook 不接受只用新密钥签名的请求，它的应答见上一步。",
    },
    insist: {
      open: "不经测试直接启用…",
      title: "不经测试直接启用？",
      text: "您的 Webhook 没有对新密钥作出应答。如果重叠时间结束时它仍未换上新密钥，之后会拒绝所有查询，顾客会被告知店铺没有应答。",
      button: "仍然启用",
      cancel: "取消",
    },
    promoted: (until) => `新密钥已启用。之前的密钥有效至 ${until}。`,
  },
});
