import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret } from "@meetbot/protocol";
import { type LookUps, signIdentity } from "@meetbot/sdk";
import { post, type Seat, takeSeat } from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { lookUpsOf, startOwnShop } from "../../../../test/fixtures/own-shop.ts";
import { createShopper } from "../../../../test/fixtures/shopper.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startAdminServer } from "../call-admin.fixture.ts";

export const botId = bot.id;

/** A bot whose shop knows Jane and Mallory, operators of each role, and customers who write to it. */
export async function startDesk(
  t: TestContext,
  about: Partial<Bot> = {},
  lookUps: Partial<LookUps> = {},
) {
  const jane = createShopper("jane");
  const mallory = createShopper("mallory");
  const shop = await startOwnShop(t, { ...lookUpsOf([jane, mallory]), ...lookUps });
  const [signingSecret, identitySecret] = [newSecret(), newSecret()];
  shop.serve(signingSecret);
  const outboundAllow = () => parseAllowList(["127.0.0.1"]);
  const server = await startAdminServer(t, { outboundAllow }, async ({ store }) => {
    await store.bots.delete(botId);
    await store.bots.create(
      { ...bot, ...about, endpoint: shop.endpoint },
      { signingSecret, identitySecret },
    );
  });
  const { store, url } = server;

  const messagesOf = ({ conversationId }: Seat) =>
    store.conversationLog.messagesAfter({ botId, conversationId }, 0, 500);
  const settled = (seat: Seat, count: number) =>
    eventually(15_000, async () => {
      const own = (await messagesOf(seat)).filter(({ from }) => from === "customer");
      assert.equal(own.length, count);
      assert(own.every(({ waits }) => !waits));
    });
  const said = new Map<Seat, number>();
  return {
    ...server,
    ...{ jane, mallory, shop, messagesOf },
    /** A customer, by an account that the shop vouches for, or by none. */
    async enter(account?: string, zone?: string): Promise<Seat> {
      const identity = account && signIdentity({ identitySecret, botId, account });
      const seat = await takeSeat(url, botId, {
        ...(identity && { identity }),
        ...(zone && { time_zone: zone }),
      });
      said.set(seat, 1);
      await settled(seat, 1);
      return seat;
    },
    /** Says things one after the other; each is settled before the next. */
    async says(seat: Seat, ...texts: string[]): Promise<void> {
      for (const text of texts) {
        assert.equal((await post(seat, { text })).status, 202);
        said.set(seat, (said.get(seat) ?? 0) + 1);
        await settled(seat, said.get(seat) ?? 0);
      }
    },
  };
}
