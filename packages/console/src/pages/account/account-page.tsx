import "./account.css";
import { Alert, Stack } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMe } from "../../access/me.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { LoadingState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { passkeysQuery, passwordQuery, sessionsQuery, tokensQuery } from "./account-data.ts";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { TokensSection } from "./tokens-section.tsx";

/** The operator's own account page. */
export function AccountPage() {
  const words = useWords("account");
  const me = useMe();
  // Show all sections at once; loaded one by one they would push down what the operator is reading.
  const queries = [passwordQuery, passkeysQuery, sessionsQuery, tokensQuery];
  const isReady = useQueries({ queries }).every(({ isPending }) => !isPending);
  return (
    <>
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={me} height={1200}>
        {(data) =>
          !isReady ? (
            <LoadingState height={1200} />
          ) : (
            <Stack maw={880} gap="md">
              {!data.by_provider && <OnlyLinksNotice />}
              <ProfileSection me={data} />
              {/* Who comes by their company comes by nothing else. */}
              {!data.by_provider && <PasswordSection />}
              {!data.by_provider && <PasskeysSection />}
              <SessionsSection />
              <TokensSection />
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}

/** Warns operators without a password or a passkey that they could not sign in again. */
function OnlyLinksNotice() {
  const words = useWords("account");
  const password = useQuery(passwordQuery);
  const passkeys = useQuery(passkeysQuery);
  if (password.data?.is_set !== false || passkeys.data?.data.length !== 0) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<IconOf icon="warning" />}
      title={words.onlyLinks}
      role="status"
    >
      {words.onlyLinksText}
    </Alert>
  );
}
