import type { ReactNode } from "react";
import { IconOf } from "../page/icons.tsx";
import type { ChannelName } from "./channel-query.ts";

/** A phone with a bot's chat on it, in the colors of `platform`. */
export function Phone(props: {
  bot: string;
  name: string;
  platform: ChannelName;
  children: ReactNode;
}) {
  const { bot, name, platform, children } = props;
  return (
    <figure className="phone" data-platform={platform} aria-label={name}>
      <div className="phone-head">
        <span className="phone-face">
          <IconOf icon="bot" size={20} />
        </span>
        <span className="phone-name">{bot}</span>
      </div>
      {children}
    </figure>
  );
}
