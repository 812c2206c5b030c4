import { Navigate, useParams } from "@tanstack/react-router";
import { useListedBot } from "../access/role.ts";
import { firstPage } from "./bot-pages.ts";

/** Redirects a bot's own address to the first page that this operator may see. */
export function FirstPage() {
  const { botId = "" } = useParams({ strict: false }) as { botId?: string };
  const page = firstPage(useListedBot(botId)?.scopes ?? ["bots:read"]);
  return <Navigate to={`/bots/${botId}/${page}` as string} replace />;
}
