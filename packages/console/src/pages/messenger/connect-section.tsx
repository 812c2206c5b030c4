import type { Bot } from "../../access/bot.ts";
import { BeforeConnecting } from "../../parts/channel/before-connecting.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ConnectForm } from "./connect-form.tsx";

/** The requirements and the form for connecting a page, shown while none is connected. */
export function ConnectSection(props: { bot: Bot; onConnected(verifyToken: string): void }) {
  const words = useWords("messenger.main");
  return (
    <Section id="connect" title={words.connect} text={words.connectText}>
      <BeforeConnecting words={words} />
      {props.bot.role === "owner" && (
        <ConnectForm botId={props.bot.bot_id} onConnected={props.onConnected} />
      )}
    </Section>
  );
}
