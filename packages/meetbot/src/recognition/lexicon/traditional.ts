/**
 * Traditional characters beside their Simplified ones: those that the words of `zh.ts` are written
 * with. A word added there brings its characters here.
 */
const pairs =
  "訂订單单號号編编碼码遞递寄寄運运貨货發发倉仓庫库裝装達达時时間间還还沒没嗎吗麼么裡里裏里哪哪個个" +
  "們们這这邊边進进動动態态狀状況况詳详細细記记錄录歷历過过處处理理輸输買买購购東东務务問问題题" +
  "請请謝谢麻麻煩烦幫帮見见關关閉闭轉转員员專专線线聯联繫系係系電电話话機机網网訊讯簽签驗验" +
  "證证據据帳账賬账戶户郵邮箱箱點点圈圈寶宝順顺豐丰圓圆韻韵極极傳传導导蹤踪蹤踪跟跟隨随遲迟" +
  "誤误慢慢丟丢遺遗件件損损壞坏換换貨货錢钱額额價价優优惠惠庫库存存預预約约售售後后維维修修" +
  "開开發发據据稅税費费會会員员積积領领劵券禮礼卡卡號号現现場场門门鋪铺樓楼層层區区縣县鄉乡鎮镇" +
  "當当應应該该對对錯错嘆叹覺觉說说謂谓誰谁為为甚什麽么臺台兩两幾几塊块萬万億亿從从頭头來来" +
  "重重啟启選选擇择擺摆離离結结束束終终止止取取消消撤撤銷销條条項项目目類类別别種种樣样" +
  "親亲愛爱愉愉早早晚晚安安您您再再聽听讀读寫写檢检測测試试顯显示示圖图片片視视頻频" +
  "輕轻鬆松煩烦氣气壓压縮缩擔担憂忧鐘钟週周號号曆历執执實实體体驛驿櫃柜櫥橱蜂蜂巢巢";

/** From each Traditional character to its Simplified one. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [
    pairs.charAt(2 * index),
    pairs.charAt(2 * index + 1),
  ]),
);
