/**
 * The one script of the pages: a tap on a button of the class `say` says its words to the bot, and
 * one on `open-chat` opens the window. What is tapped before the chat is loaded waits for it.
 */
export const chatScript = `window.Meetbot = window.Meetbot || function () { (Meetbot.q = Meetbot.q || []).push(arguments); };
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button.say, button.open-chat");
  if (!button) return;
  if (button.classList.contains("say")) Meetbot("send", button.textContent);
  else Meetbot("open");
});
`;
