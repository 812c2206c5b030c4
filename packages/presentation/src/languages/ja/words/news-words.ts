import type { NewsWords } from "../../contract/language.ts";

/** One-sentence updates about a parcel or an order for a lock screen: no number, no name, no day. */
export const newsWords: NewsWords = {
  package: {
    preparing: "お荷物を準備しています。",
    info_received: "配送業者がお荷物の到着を待っています。",
    picked_up: "お荷物を配送業者が引き受けました。",
    in_transit: "お荷物がお届け先に向かっています。",
    customs: "お荷物は税関にあります。",
    ready_for_pickup: "お荷物を受け取れます。",
    out_for_delivery: "お荷物を配達中です。",
    attempt_failed: "今回はお荷物を配達できませんでした。",
    exception: "お荷物の輸送中に問題が起きました。",
    damaged: "お荷物が輸送中に破損しました。",
    returning: "お荷物は差出人に返送中です。",
    delivered: "お荷物が配達されました。",
    returned: "お荷物は差出人に戻りました。",
    lost: "配送業者から、お荷物の紛失の連絡がありました。",
    canceled: "お荷物の発送がキャンセルされました。",
    other: "お荷物についてお知らせがあります。",
  },
  order: {
    placed: "ご注文を承りました。",
    paid: "ご注文のお支払いを確認しました。",
    processing: "ご注文を準備しています。",
    partially_shipped: "ご注文の一部を発送しました。",
    shipped: "ご注文を発送しました。",
    delivered: "ご注文が配達されました。",
    delayed: "ご注文のお届けが遅れています。",
    canceled: "ご注文がキャンセルされました。",
    refunded: "ご注文の返金を行いました。",
    other: "ご注文についてお知らせがあります。",
  },
};
