import "./first-message.css";
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { menuTitles, say } from "@meetbot/presentation";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { customerTag, useLanguageName } from "../../words/customer-languages.ts";
import { useWords } from "../../words/speaking.tsx";

/** Shows the first message that a customer would see, in each of the bot's languages. */
export function FirstMessage({ bot }: { bot: Bot }) {
  const words = useWords("settings");
  const nameOf = useLanguageName();
  const [wished, setWished] = useState(bot.locale);
  const { languages } = bot;
  const locale = languages.includes(wished) ? wished : (languages[0] ?? bot.locale);
  return (
    <div className="first-message">
      <Stack gap="sm" align="flex-start">
        <Text size="xs" fw={600} c="dimmed">
          {words.preview}
        </Text>
        {languages.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={words.preview}
            style={{ maxWidth: "100%", flexWrap: "wrap" }}
            data={languages.map((value) => ({ value, label: nameOf(value) }))}
            value={locale}
            onChange={(value) => setWished(value as Bot["locale"])}
          />
        )}
        <div lang={customerTag(locale)}>
          <div className="first-message-bubble">
            {bot.welcome[locale] || bot.default_welcome[locale]}
          </div>
          <ul className="first-message-choices">
            {bot.menu.map((offer) => (
              <li key={offer}>{say(locale, menuTitles[offer])}</li>
            ))}
          </ul>
        </div>
      </Stack>
    </div>
  );
}
