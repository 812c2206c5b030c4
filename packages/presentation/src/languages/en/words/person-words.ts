/** The chat window's English texts while a person from the shop answers. `{name}` is a placeholder. */
export const personWords = {
  talkingWith: "You are talking with {name}.",
  withPerson: "You are talking with a person.",
  waitsForPerson: "We have called a person. You can go on asking.",
  writes: "{name} is writing…",
};
