import { AppShell, Burger, Group, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useParams, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { botsQuery, useMe } from "../access/me.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { useClickedPush, useKeptPush } from "../pages/inbox/alerts/use-kept-push.ts";
import { AccountMenu } from "../parts/frame/account-menu.tsx";
import { Brand } from "../parts/frame/brand.tsx";
import { ErrorState, LoadingState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";
import { isClosed } from "./bot-pages.ts";
import { Navigation } from "./navigation.tsx";
import { NothingHere } from "./nothing-here.tsx";

/** The frame around every page for signed-in operators. Others go to the sign-in page, and come back. */
export function Shell() {
  const me = useMe();
  const location = useLocation();
  const words = useWords("parts.shell");
  const [isOpen, menu] = useDisclosure(false);
  useKeptPush();
  useClickedPush();
  const main = useMovedFocus(location.pathname, menu.close);
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    return <ToSignIn />;
  }
  if (me.data?.lacks_second_factor) return <ToSignIn to="/second-factor" />;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 248, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding={{ base: "sm", sm: "lg" }}
    >
      <a className="skip-link" href="#content">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={words.menu}
              aria-expanded={isOpen}
            />
            <Brand />
            <VisuallyHidden>{words.console}</VisuallyHidden>
          </Group>
          {me.data && <AccountMenu me={me.data} />}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.navigation}>
        {me.data && <Navigation me={me.data} />}
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1} style={{ outline: "none" }}>
        {me.isPending && <LoadingState />}
        {me.isError && <ErrorState problem={me.error} retry={() => void me.refetch()} />}
        {me.data && <AllowedPage />}
      </AppShell.Main>
    </AppShell>
  );
}

/** The page, unless the operator's role on its bot is not for it. */
function AllowedPage() {
  const { botId } = useParams({ strict: false }) as { botId?: string };
  const page = useLocation().pathname.split("/")[3];
  const bots = useQuery({ ...botsQuery, enabled: botId !== undefined });
  if (botId === undefined) return <Outlet />;
  if (bots.isPending) return <LoadingState />;
  const scopes = bots.data?.data.find(({ bot_id }) => bot_id === botId)?.scopes;
  return scopes && isClosed(page, scopes) ? <NothingHere /> : <Outlet />;
}

/** Navigates to the sign-in page once and passes on the address that the user opened. */
function ToSignIn({ to = "/sign-in" }: { to?: "/sign-in" | "/second-factor" }) {
  const router = useRouter();
  useEffect(() => {
    const { href: next, pathname } = router.state.location;
    // The user is already on that page, and must not return to it after signing in.
    if (pathname === to) return;
    void router.navigate({ to, search: { next }, replace: true });
  }, [router, to]);
  return null;
}

/** On another page the menu closes, and the keyboard and screen readers go on at its beginning. */
function useMovedFocus(pathname: string, close: () => void) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    close();
    main.current?.focus({ preventScroll: true });
  }, [pathname, close]);
  return main;
}
