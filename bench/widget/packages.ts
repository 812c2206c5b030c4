/** Lighthouse and the rivals. */
export const packages = {
  "@n8n/chat": "1.36.4", // the newest whose own dependencies are all published
  "@typebot.io/js": "0.10.7",
  "deep-chat": "2.4.2",
  "flowise-embed": "3.1.6",
  lighthouse: "13.5.0",
  react: "19.3.1",
  "react-chatbotify": "2.5.0",
  "react-dom": "19.3.1",
};

/** A rival with its version, as the table names it. */
export const nameOf = (name: keyof typeof packages) => `${name} ${packages[name]}`;
