import type { DialogWords } from "../../contract/language.ts";

/** 機器人在各通路和郵件裡說的繁體中文。`{name}` 表示要填入的內容。 */
export const dialogWords: DialogWords = {
  welcome: "您好，這裡是{bot}。我可以幫您查訂單和包裹。直接告訴我想查什麼，或是選一項：",
  help: "我可以查您的訂單，也可以告訴您包裹到哪裡了。把訂單編號、包裹編號或下單時用的電子信箱傳給我就可以，例如「我的訂單 MB12345678 到哪裡了？」。隨時可以輸入「取消」停止。",
  menu: "請問您想做什麼？",
  greeting: "您好！想查什麼呢？",
  thanks: "不客氣，有需要隨時找我。",
  noted: "好的，有需要隨時找我。",
  noMore: "沒有更多可以顯示的了。",
  stopped: "好的，先不查了。請問您想做什麼？",
  nothingToStop: "這裡沒有正在進行的查詢，也沒有更動任何內容。請問想做什麼？",
  lookOnly: "我只能查詢訂單和包裹；修改、退款和其他問題，請找真人客服。",
  notSpoken: "抱歉，我不會說這種語言。這裡我會說{languages}。",
  notUnderstood: "抱歉，這個我幫不上忙：我能查訂單和包裹，其他問題可以找真人客服。",
  notUnderstoodAgain: "抱歉，這個我也幫不上忙。請選一項，或是找真人客服。",
  clarify: "您想查訂單還是包裹？請選一項：",
  textOnly:
    "我目前只看得懂文字，看不了圖片、貼圖和檔案，也聽不了語音訊息。請用文字告訴我您想查什麼，例如訂單編號。",
  pictureTaken:
    "圖片和檔案我自己看不了，但真人客服可以看。需要轉接真人嗎？您也可以直接用文字告訴我。",
  sendPicture: "傳送圖片或 PDF",
  pictureRefused: "無法接收：支援 10 MB 以內的 JPEG、PNG、WebP、HEIC 或 PDF。",
  choiceExpired: "這個按鈕已經失效了。請問您想做什麼？",

  askEmail: "請問您下單時用的電子信箱是什麼？提供訂單編號也可以。",
  withCountryCode: "手機號碼請加上國碼，例如 +886 912 345 678。",
  phoneOrNumber: "{number} 是您的手機號碼，還是訂單編號？",
  askOrderNumber: "請問訂單編號是多少？在訂單確認信裡可以找到。",
  askPackageNumber: "請問包裹編號或訂單編號是多少？",
  againEmail:
    "這看起來不是電子信箱，電子信箱像 name@example.com 這樣。請問您下單時用的電子信箱是什麼？",
  againOrderNumber:
    "這看起來不是訂單編號，訂單編號是 3 到 64 個英文字母或數字。請問訂單編號是多少？",
  againPackageNumber:
    "這看起來不是包裹編號，編號是 3 到 64 個英文字母或數字。請問包裹編號或訂單編號是多少？",
  stuck: "可以先不查了，也可以找真人客服幫您。請問您想怎麼做？",

  ordersOpenMasked: "進行中的訂單有{count}。",
  ordersUnpaidMasked: "待付款的訂單有{count}。",
  ordersPastMasked: "過去的訂單有{count}。",
  count1: " 1 筆",
  count2: " 2 筆",
  countMore: " 3 筆以上",
  noOrdersOpen: "沒有進行中的訂單。是待付款的，還是過去的？",
  noOrdersUnpaid: "沒有待付款的訂單。",
  noOrdersPast: "沒有過去的訂單。",
  orderFoundMasked: "憑這個編號目前只能顯示這些：",
  ladderAccount:
    "只憑電子信箱無法確認是您本人，所以只顯示狀態和下單月份。把訂單編號傳給我，就能看到商品和包裹。",
  ladderNumber:
    "只憑這個編號無法確認是您本人，所以只顯示狀態。把下單時用的電子信箱傳給我，就能看到其餘內容。",
  ladderPackage: "把訂單編號傳給我，就能看到包裹裡有什麼。",
  ladderAccountOrCode:
    "只憑電子信箱無法確認是您本人，所以只顯示狀態和下單月份。把訂單編號傳給我，就能看到裡面的商品；或是用電子信箱收驗證碼，就能看到全部內容。",
  ladderAccountOrSignIn:
    "只憑電子信箱無法確認是您本人，所以只顯示狀態和下單月份。把訂單編號傳給我，就能看到裡面的商品；或是用下面的按鈕確認是您本人，就能看到全部內容。",
  askEmailForCode: "為了保護您的訂單，我會先把驗證碼寄到您下單時用的電子信箱。請問是哪個信箱？",
  askCode: "請問我寄給您的信裡，那 6 位數字是多少？",
  againCode: "我需要信裡的那 6 位數字。沒收到的話，請看看垃圾郵件，或是讓我重寄一次。",
  codeSent:
    "驗證碼已寄到 {email}，10 分鐘內有效。請把那 6 位數字傳給我。沒收到的話，請看看垃圾郵件。",
  codeLimited: "{email} 暫時不能再收驗證碼了，{wait}後可以再寄，也可以換一個信箱。",
  codeLimitedPending:
    "{wait}內不能再寄驗證碼到 {email}，不過上一個仍然有效。請把那 6 位數字傳給我，也請看看垃圾郵件。",
  codeNotSent: "驗證碼信件沒能寄出，這是我們這邊的問題，不是您的問題。請稍後再試。",
  codeRefused: "這個信箱收不到我的信，所以沒辦法寄驗證碼。請看看信箱有沒有寫錯？",
  codeNotForEmail: "這種寫法的信箱沒辦法收驗證碼。可以換一個信箱，或是用訂單編號查。",
  codeNotForPhone:
    "驗證碼只能寄到電子信箱，沒辦法傳到手機。想在這裡看訂單，請先登入商店帳戶，或是找真人客服。",
  codeRight: "謝謝，驗證碼正確。",
  codeWrong: "驗證碼不對。請再看一下，以最新的信為準。還可以試 {tries} 次。",
  codeWrongOnce: "驗證碼不對。請再看一下，以最新的信為準。還可以試最後一次。",
  codeUsedUp: "還是不對，這個驗證碼已經作廢。可以重新取得一個。",
  codeExpired: "這個驗證碼已經失效：驗證碼 10 分鐘內有效。可以重新取得一個。",
  signInNeeded:
    "這家商店只向已登入的顧客顯示訂單。請先在商店頁面登入，再從那裡開啟聊天，或是找真人客服。",
  linkMade:
    "請點下面的按鈕登入商店，並在頁面上確認。確認後頁面會顯示 6 位數字，請把它傳給我。連結只供您本人使用，5 分鐘內有效，只能用一次。別人傳來的連結，請千萬不要確認。",
  linkLimited: "登入連結暫時不能再發了，{wait}後可以再要，也可以找真人客服。",
  linkUnconfirmed:
    "商店那邊還沒有確認。請用上面的按鈕登入並確認，頁面會顯示 6 位數字，再把它傳給我。",
  linkWrong: "這不是商店頁面上顯示的數字，請再看一下。還可以試 {tries} 次。",
  linkWrongOnce: "這不是商店頁面上顯示的數字，請再看一下。還可以試最後一次。",
  linkUsedUp: "還是不對，這組數字已經作廢。可以重新登入一次。",
  linkExpired: "這次登入已經失效：5 分鐘內有效。可以重新登入一次。",
  linked: "謝謝。這個聊天已連結帳戶 {account}，最長 30 天。隨時輸入「登出」即可解除。",
  askShown: "請問商店頁面上顯示的 6 位數字是多少？",
  againShown: "我需要您在商店頁面確認後顯示的那 6 位數字。如果沒有顯示，請重新登入一次。",
  signedOut: "已登出，這裡不會再顯示您帳戶的內容。之前傳出的訊息可能還留在上面。",
  notSignedIn: "這裡沒有登入任何帳戶。",
  packageByOrder: "包裹要透過訂單來查。",
  limited:
    "為了保護大家的訂單，一段時間內只能查有限個不同的信箱和編號。請在{wait}後再試，或是找真人客服。",
  waitMinute: " 1 分鐘",
  waitMinutes: " {count} 分鐘",
  waitHours: " {count} 小時",
  userNotFound: "商店裡沒有這個信箱的訂單。請看看有沒有寫錯，還是用了別的信箱？",
  orderNotInAccount: "這個信箱沒有編號為 {number} 的訂單。請核對一下信箱和訂單編號。",
  thatOrderNotInAccount: "這個信箱已經查不到那筆訂單了。",
  thatNumberNotFound: "商店裡已經查不到那筆訂單或包裹了。",
  numberNotFound:
    "商店裡沒有編號為 {number} 的訂單或包裹。請按照訂單確認信裡的寫法，把完整的編號傳給我。",
  noPackages: "商店目前還沒有這筆訂單的包裹資訊。",
  failed: "抱歉，我這邊出了點問題，沒能完成。請再試一次。",

  unavailable: "商店的系統暫時沒有回應，所以查不到，這不代表您的訂單有問題。請稍後再試。",
  unavailableForNow:
    "商店的系統目前沒有回應，所以查不到，這不代表您的訂單有問題。請晚點再試，或是找真人客服。",
  unavailableAgain: "商店的系統還是沒有回應。請晚點再試，或是找真人客服。",

  reach: "真人客服在這裡：{contact}。",

  choiceOrders: "我的訂單",
  choicePackages: "查包裹",
  choiceHelp: "幫助",
  choicePerson: "真人客服",
  choiceStartOver: "重新開始",
  choiceOpen: "進行中",
  choiceUnpaid: "待付款",
  choicePast: "過去的",
  choiceMore: "更多",
  choiceRetry: "再試一次",
  choiceTrack: "到哪裡了",
  choiceOrderOfPackage: "看訂單",
  choiceGetCode: "用信箱收驗證碼",
  choiceSignIn: "登入商店帳戶",
  choiceNewLink: "重新取得連結",
  choiceSignOut: "登出",
  choiceSendAgain: "重寄一次",
  choiceNewCode: "重新取得驗證碼",
  choiceAllDetails: "查看全部資訊",
  choiceUseEmail: "用電子信箱查",
  choiceOtherEmail: "換一個信箱",
  choiceIsPhone: "是手機號碼",
  choiceIsNumber: "是訂單編號",
  choiceUseOrderNumber: "用訂單編號查",
  choiceOtherNumber: "換一個編號",

  pageGreeting: "這裡是{bot}。想知道訂單到哪裡了，直接問我，商店系統馬上告訴您。",
  iceBreakerOrders: "我的訂單到哪裡了？",
  iceBreakerPackages: "我的包裹到哪裡了？",
  buttonCopyTracking: "複製追蹤編號",

  mailSubject: "您在{bot}聊天中的驗證碼",
  mailWhy:
    "這裡是{bot}。有人在我們的聊天中填寫了這個電子信箱。要確認信箱是您本人的，請在聊天中輸入這個驗證碼：",
  mailValid: "驗證碼 10 分鐘內有效。",
  mailNotYou: "如果不是您本人要求的，請忽略這封信：沒有驗證碼，誰也無法冒充您。",
  mailNever: "請不要把驗證碼告訴任何人，商店不會向您索取。",
  theTeam: "客服",
  transcriptSubject: "您與{bot}的聊天紀錄",
  transcriptBefore: "您要的與{bot}的聊天紀錄如下：",
  transcriptYou: "您",
  personSays: "{name}：{text}",
  transcriptAfter: "其中可能有您的訂單資訊，請勿轉寄給不該看到的人。",
};
