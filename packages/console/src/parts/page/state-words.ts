import { defineWords } from "../../words/define-words.ts";

export const stateWords = defineWords({
  en: {
    loading: "Loading",
    failed: "That did not work",
    network:
      "The server cannot be reached. Check your connection; what you see may be out of date.",
    requestId: "Request",
    retry: "Try again",
    noPermission: "Your role does not allow this",
    noPermissionText: "An owner of the bot, or an administrator, can give you another role.",
    copy: "Copy",
    copied: "Copied",
    cancel: "Cancel",
    declined: "Nothing was changed: you did not sign in again.",
  },
  zh: {
    loading: "正在加载",
    failed: "操作未成功",
    network: "无法连接服务器。请检查网络；当前显示的内容可能已过期。",
    requestId: "请求编号",
    retry: "重试",
    noPermission: "您的角色无权进行此操作",
    noPermissionText: "机器人的所有者或管理员可以调整您的角色。",
    copy: "复制",
    copied: "已复制",
    cancel: "取消",
    declined: "没有任何改动：您没有再次登录。",
  },
});
