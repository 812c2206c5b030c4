import type { Reading } from "../contract/reading.ts";

/** Simplified Chinese: recognition is trained for it. Characters as customers of shops write them. */
export const reading: Reading = {
  script: "Han",
  words: "",
  characters:
    "订单号编码递运货发仓库装达时间还没吗么个们这边进动态状况详细记录过处输买购东务问题请谢烦帮见关闭转员专线联电话机网讯签验证据账户邮点宝顺圆韵极传导踪随迟误丢遗损坏换钱额价优预约维开税费会积领券礼现场门铺楼层区县乡镇当应该对错叹觉说谓谁为两块万亿从头来启选择摆离结终销条项类别种样亲爱听读写检测试显图视频轻气压缩担忧周执实体驿柜橱",
  articles: null,
  glossary: null,
};
