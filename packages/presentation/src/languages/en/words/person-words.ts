/** What the window says where a person of the shop answers, in English. `{name}` marks a place that is filled in. */
export const personWords = {
  talkingWith: "You are talking with {name}.",
  withPerson: "You are talking with a person.",
  waitsForPerson: "We have called a person. You can go on asking.",
  writes: "{name} is writing…",
};
