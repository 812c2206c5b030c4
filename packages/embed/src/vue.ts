import { defineComponent, onBeforeUnmount, onMounted, type PropType, watch } from "vue";
import { bootChat, identify, onChat, shutdownChat } from "./chat.ts";

export * from "./chat.ts";

/** Shows the chat on the page while this component is mounted. The component itself renders nothing. */
export const MeetbotChat = defineComponent({
  name: "MeetbotChat",
  props: {
    server: { type: String, required: true },
    bot: { type: String, required: true },
    identity: { type: String as PropType<string | null>, default: null },
    locale: String,
    scheme: String as PropType<"light" | "dark">,
    open: Boolean,
  },
  emits: {
    open: () => true,
    close: () => true,
    unread: (count: number) => count >= 0,
    identityRefused: () => true,
  },
  setup(props, { emit }) {
    const boot = () => bootChat(props);
    const stops: (() => void)[] = [];
    onMounted(() => {
      stops.push(
        onChat("open", () => emit("open")),
        onChat("close", () => emit("close")),
        onChat("unread", (count) => emit("unread", count)),
        onChat("identity", () => emit("identityRefused")),
      );
      boot();
    });
    watch(
      () => [props.server, props.bot, props.locale, props.scheme],
      () => {
        shutdownChat();
        boot();
      },
    );
    watch(
      () => props.identity,
      (identity) => identify(identity),
    );
    onBeforeUnmount(() => {
      for (const stop of stops) stop();
      shutdownChat();
    });
    return () => null;
  },
});
