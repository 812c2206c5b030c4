import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Text,
  Tooltip,
  useMantineColorScheme,
} from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { OutputOf } from "../../api/routes.ts";
import { signOut } from "../../api/sign-in.ts";
import { languageTags, locales } from "../../words/locale.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { type Icon, IconOf } from "../page/icons.tsx";

const schemes = [
  { scheme: "light", icon: "light" },
  { scheme: "dark", icon: "dark" },
  { scheme: "auto", icon: "settings" },
] as const satisfies { scheme: "light" | "dark" | "auto"; icon: Icon }[];

/** A menu for the language, the color scheme and the operator's own account. */
export function AccountMenu({ me }: { me: OutputOf<"GET /me"> }) {
  const words = useWords("parts.shell");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = me.operator?.name ?? "";
  const leave = async () => {
    const { url } = await signOut();
    if (url) return location.assign(url);
    // Navigate first: otherwise this page would query who is signed in and interfere.
    await navigate({ to: "/sign-in" });
    queries.clear();
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <LanguageButton />
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Tooltip label={words.accountOf({ name })}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={words.accountOf({ name })}
            >
              <IconOf icon="account" size={20} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name}
            <Text size="xs" c="dimmed" truncate>
              {me.operator?.email}
            </Text>
          </Menu.Label>
          <Menu.Item
            leftSection={<IconOf icon="account" />}
            onClick={() => void navigate({ to: "/account" })}
          >
            {words.account}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{words.scheme}</Menu.Label>
          {schemes.map(({ scheme, icon }) => (
            <Menu.Item
              key={scheme}
              leftSection={<IconOf icon={icon} />}
              rightSection={colorScheme === scheme && <IconOf icon="check" size={14} />}
              onClick={() => setColorScheme(scheme)}
            >
              {words[scheme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconOf icon="signOut" />} onClick={() => void leave()}>
            {words.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** Switches to the next language; the button is labeled in that language. */
export function LanguageButton() {
  const words = useWords("parts.shell");
  const { locale, speak } = useSpeaking();
  const other = locales[(locales.indexOf(locale) + 1) % locales.length]!;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={languageTags[other]}
      aria-label={words.switchLanguage}
      onClick={() => speak(other)}
    >
      {words.language}
    </Button>
  );
}
