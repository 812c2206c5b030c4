import { defineWords } from "../../words/define-words.ts";

export const sentPicturesWords = defineWords({
  en: {
    sentPictures: "Sent to be looked at by a person:",
    picture: (width: number, height: number, size: string) =>
      `Show the picture (${width} × ${height}, ${size})`,
    pdf: (size: string) => `Save the PDF (${size})`,
    pdfAdvice: "It was not drawn anew, as pictures are: open it as you would a stranger's file.",
    pictureAlt: "What the customer sent",
    notScanned: "Not scanned for viruses",
    looksAreNoted: "Each look stands in the audit log.",
  },
  zh: {
    sentPictures: "发来供人工查看：",
    picture: (width, height, size) => `查看图片（${width} × ${height}，${size}）`,
    pdf: (size) => `保存 PDF（${size}）`,
    pdfAdvice: "图片会重新生成，PDF 则保持原样：请像对待陌生人发来的文件一样谨慎打开。",
    pictureAlt: "顾客发来的图片",
    notScanned: "未经病毒扫描",
    looksAreNoted: "每次查看都会记入审计日志。",
  },
});
