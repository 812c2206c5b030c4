/**
 * Traditional characters, each before its Simplified one: those that the words of `zh.ts` are
 * written with. A word added there brings its characters here.
 */
const pairs = `
  訂订 單单 號号 編编 碼码 遞递 運运 貨货 發发 倉仓 庫库 裝装
  達达 時时 間间 還还 沒没 嗎吗 麼么 裡里 裏里 個个 們们 這这
  邊边 進进 動动 態态 狀状 況况 詳详 細细 記记 錄录 歷历 過过
  處处 輸输 買买 購购 東东 務务 問问 題题 請请 謝谢 煩烦 幫帮
  見见 關关 閉闭 轉转 員员 專专 線线 聯联 繫系 係系 電电 話话
  爛烂 訴诉 滿满 騙骗 廢废 賠赔 舉举 報报 惡恶 辦办 決决 嚴严 緊紧 趕赶 語语 無无 讓让 鬧闹 髒脏
  機机 網网 訊讯 簽签 驗验 證证 據据 帳账 賬账 戶户 郵邮 點点
  寶宝 順顺 豐丰 圓圆 韻韵 極极 傳传 導导 蹤踪 隨随 遲迟 誤误
  丟丢 遺遗 損损 壞坏 換换 錢钱 額额 價价 優优 預预 約约 後后
  維维 開开 稅税 費费 會会 積积 領领 劵券 禮礼 現现 場场 門门
  鋪铺 樓楼 層层 區区 縣县 鄉乡 鎮镇 當当 應应 該该 對对 錯错
  嘆叹 覺觉 說说 謂谓 誰谁 為为 甚什 麽么 臺台 兩两 幾几 塊块
  萬万 億亿 從从 頭头 來来 啟启 選选 擇择 擺摆 離离 結结 終终
  銷销 條条 項项 類类 別别 種种 樣样 親亲 愛爱 聽听 讀读 寫写
  檢检 測测 試试 顯显 圖图 視视 頻频 輕轻 鬆松 氣气 壓压 縮缩
  擔担 憂忧 鐘钟 週周 曆历 執执 實实 體体 驛驿 櫃柜 櫥橱
`;

/** From each Traditional character to its Simplified one. */
export const simplified: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
