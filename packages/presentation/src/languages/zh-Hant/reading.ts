import type { Reading } from "../contract/reading.ts";

/** Traditional Chinese: recognition reads its characters as Simplified ones, for which it is trained. */
export const reading: Reading = {
  script: "Han",
  words: "",
  characters:
    "訂單號編碼遞運貨發倉庫裝達時間還沒嗎麼裡裏個們這邊進動態狀況詳細記錄歷過處輸買購東務問題請謝煩幫見關閉轉員專線聯繫係電話機網訊簽驗證據帳賬戶郵點寶順豐圓韻極傳導蹤隨遲誤丟遺損壞換錢額價優預約後維開稅費會積領劵禮現場門鋪樓層區縣鄉鎮當應該對錯嘆覺說謂誰為麽臺兩幾塊萬億從頭來啟選擇擺離結終銷條項類別種樣親愛聽讀寫檢測試顯圖視頻輕鬆氣壓縮擔憂鐘週曆執實體驛櫃櫥",
  articles: null,
  glossary: null,
};
