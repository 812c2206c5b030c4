import { NavLink, ScrollArea, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { botsQuery } from "../access/me.ts";
import { useListedBot } from "../access/role.ts";
import type { OutputOf } from "../api/routes.ts";
import { useDocsUrl } from "../parts/page/docs-link.tsx";
import { type Icon, IconOf } from "../parts/page/icons.tsx";
import { useWords } from "../words/speaking.tsx";
import { firstPage, isClosed, pagesFor } from "./bot-pages.ts";

/** Loaded lazily with the alerts, which the sign-in page does not need. */
const WaitingCount = lazy(async () => ({
  default: (await import("./waiting-count.tsx")).WaitingCount,
}));

/** Renders the menu: the current bot, its pages, and the pages of the whole server. */
export function Navigation({ me }: { me: OutputOf<"GET /me"> }) {
  const words = useWords("parts.shell");
  const { botId } = useParams({ strict: false }) as { botId?: string };
  const bot = useListedBot(botId);
  return (
    <ScrollArea type="auto" offsetScrollbars="y">
      <Stack gap={2}>
        {botId && <BotChoice botId={botId} />}
        {botId &&
          pagesFor(bot?.scopes ?? []).map(({ group, pages }) => (
            <nav key={group} aria-label={words.groups[group]}>
              <Text size="xs" c="dimmed" fw={600} mt="sm" mb={2} px="xs">
                {words.groups[group]}
              </Text>
              {pages.map(({ page, icon }) => (
                <Entry
                  key={page}
                  to={`/bots/${botId}/${page}`}
                  label={words.pages[page]}
                  icon={icon}
                  count={
                    page === "inbox" && (
                      <Suspense fallback={null}>
                        <WaitingCount botId={botId} />
                      </Suspense>
                    )
                  }
                />
              ))}
            </nav>
          ))}
        <nav aria-label="Meetbot">
          <Text size="xs" c="dimmed" fw={600} mt="sm" mb={2} px="xs">
            Meetbot
          </Text>
          <Entry to="/bots" label={words.bots} icon="bot" isExact />
          {serverPages
            .filter(({ forAdministrators }) => !forAdministrators || me.administrator)
            .map(({ to, page, icon }) => (
              <Entry key={to} to={to} label={words[page]} icon={icon} />
            ))}
          <NavLink
            href={useDocsUrl()}
            target="_blank"
            label={words.docs}
            leftSection={<IconOf icon="help" />}
            py={6}
          />
        </nav>
      </Stack>
    </ScrollArea>
  );
}

/** The server-wide pages other than the bots. Add a page here together with its route. */
const serverPages: {
  to: string;
  page: "operators" | "api" | "account";
  icon: Icon;
  forAdministrators?: boolean;
}[] = [
  { to: "/operators", page: "operators", icon: "people", forAdministrators: true },
  { to: "/api", page: "api", icon: "api" },
  { to: "/account", page: "account", icon: "account" },
];

function Entry(props: {
  to: string;
  label: string;
  icon: Icon;
  isExact?: boolean;
  count?: ReactNode;
}) {
  const { to, label, icon, isExact = false, count } = props;
  return (
    <NavLink
      renderRoot={(root) => (
        <Link
          {...root}
          to={to}
          activeOptions={{ exact: isExact }}
          activeProps={{ "data-active": "" }}
        />
      )}
      label={label}
      leftSection={<IconOf icon={icon} />}
      rightSection={count}
      py={6}
    />
  );
}

/** Lets the operator switch to another bot on the same page. */
function BotChoice({ botId }: { botId: string }) {
  const words = useWords("parts.shell");
  const { data } = useQuery(botsQuery);
  const navigate = useNavigate();
  const bots = data?.data ?? [];
  return (
    <Select
      aria-label={words.bots}
      data={bots.map(({ bot_id, name }) => ({ value: bot_id, label: name }))}
      value={botId}
      allowDeselect={false}
      onChange={(chosen) => {
        if (!chosen) return;
        const scopes = bots.find(({ bot_id }) => bot_id === chosen)?.scopes ?? [];
        const same = location.pathname.split("/")[4] ?? "overview";
        const page = isClosed(same, scopes) ? firstPage(scopes) : same;
        void navigate({ to: `/bots/${chosen}/${page}` });
      }}
    />
  );
}
