import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { it } from "node:test";
import { readPassword } from "@meetbot/embedded-postgres/cluster/passwords.ts";
import { discardDatabase } from "@meetbot/embedded-postgres/discard-database.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { systemFolder, withDebians } from "@meetbot/embedded-postgres/system-programs.fixture.ts";
import { silent } from "@meetbot/embedded-postgres/test-folder.fixture.ts";
import pg from "pg";
import { toUrl } from "./database.ts";
import { startInstallation } from "./fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "./fixtures/own-shop.ts";
import { assertSees, createShopper } from "./fixtures/shopper.ts";

it(
  "answers a customer on the PostgreSQL of Debian 13, one major version older",
  withDebians,
  async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), "meetbot-older-"));
    const { connection, stop } = await startEmbedded({ dataDir, systemFolder, log: silent });
    const password = await readPassword(dirname(connection.host), "postgres");
    const superuser = new pg.Client({
      ...connection,
      user: "postgres",
      password,
      database: "postgres",
    });
    await superuser.connect();
    await superuser.query("alter role meetbot createdb");
    await superuser.end();
    const { MEETBOT_TEST_DATABASE_URL = "" } = process.env;
    process.env.MEETBOT_TEST_DATABASE_URL = toUrl(connection);
    // The database goes last, when nobody uses it.
    const ends: (() => Promise<void>)[] = [];
    const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
    t.after(async () => {
      for (const end of ends) await end();
      process.env.MEETBOT_TEST_DATABASE_URL = MEETBOT_TEST_DATABASE_URL;
      await stop();
      discardDatabase(dataDir);
    });

    const shopper = createShopper("older");
    const shop = await startOwnShop(scope, lookUpsOf([shopper]));
    const { mail, createBot, newGuest } = await startInstallation(scope, { shop });
    const guest = await newGuest(await createBot("ladder"));
    await guest.say(`my orders, ${shopper.email}`, 2);
    await guest.tap("Get a code by email", 1);
    await guest.say(mail.codeFor(shopper.email), 3);
    assertSees(guest, shopper);
  },
);
