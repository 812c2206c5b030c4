import { Navigate, useParams } from "@tanstack/react-router";
import { useListedBot } from "../access/role.ts";
import { firstPage } from "./bot-pages.ts";

/** A bot's own address leads to the page with which it begins for this operator. */
export function FirstPage() {
  const { botId = "" } = useParams({ strict: false }) as { botId?: string };
  const page = firstPage(useListedBot(botId)?.scopes ?? ["bots:read"]);
  return <Navigate to={`/bots/${botId}/${page}` as string} replace />;
}
