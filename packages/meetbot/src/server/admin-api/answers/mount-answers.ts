import type { z } from "@hono/zod-openapi";
import { answerRoutes } from "@meetbot/admin-api/contract/answers.ts";
import type { Reply } from "@meetbot/admin-api/contract/conversations.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Context } from "hono";
import { readBookFile, writeBookFile } from "../../../operations/answers/book-file.ts";
import {
  removeOwnTopic,
  replaceBook,
  restoreBook,
  setAnswer,
  setOwnTopic,
} from "../../../operations/answers/change-answers.ts";
import { liveBook } from "../../../operations/answers/live-book.ts";
import { readBook, toAnswer } from "../../../operations/answers/read-book.ts";
import { type AnswersDeps, countChanges } from "../../../operations/answers/save-answers.ts";
import { tryAnswers } from "../../../operations/answers/try-answers.ts";
import { writeBook } from "../../../operations/answers/write-book.ts";
import { phonesOf } from "../../../recognition/entities/read-phone.ts";
import type { Store } from "../../../store/store.ts";
import { explainUtterance } from "../conversations/explain-utterance.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { mountTaught } from "./mount-taught.ts";
import { invalidAnswers, refuseUnsaved } from "./refuse-unsaved.ts";
import { serializeAnswers, serializeVersion } from "./serialize-answers.ts";

export interface AnswerAreaDeps
  extends Pick<Store, "answers" | "bots" | "overview" | "conversationLog"> {
  sendsCodes: boolean;
}

/** How many days back the count of questions per topic goes. */
const countedDays = 30;

/** Mounts the routes for the shop's own answers. */
export function mountAnswers(admin: AdminApp, deps: AnswerAreaDeps): void {
  const { mount } = admin;
  const { answers, bots, overview } = deps;
  const newest = (botId: string) => liveBook(answers, botId);
  /** Returns what a write needs, in the caller's name. */
  const writing = (c: Context<AdminEnv>, bot: Bot): AnswersDeps => {
    return { answers: answers.as(c.get("caller").actor), bot };
  };

  mount(answerRoutes.readAnswers, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const now = new Date();
    const [stored, tallies] = await Promise.all([
      answers.newest(bot.id),
      overview.topics(bot.id, [new Date(now.getTime() - countedDays * 86_400_000), now]),
    ]);
    return c.json(serializeAnswers(stored, bot, tallies, now), 200);
  });

  mount(answerRoutes.replaceAnswers, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { version: seen, book: given } = c.req.valid("json");
    const { book, faults } = readBook(given, bot.orderNumberFormat);
    if (!book) throw invalidAnswers(faults);
    const written = await replaceBook(writing(c, bot), { seen, book, what: "replaced" });
    return c.json(saved(written), 200);
  });

  mount(answerRoutes.setAnswer, async (c) => {
    const { bot_id: botId, topic } = c.req.valid("param");
    const { version: seen, answer: given } = c.req.valid("json");
    const answer = given && toAnswer(given);
    const bot = await findBot(bots, botId);
    return c.json(saved(await setAnswer(writing(c, bot), { seen, topic, answer })), 200);
  });

  mount(answerRoutes.setOwnTopic, async (c) => {
    const { bot_id: botId, topic } = c.req.valid("param");
    const { version: seen, ...fields } = c.req.valid("json");
    const bot = await findBot(bots, botId);
    const id = topic as `own_${string}`;
    return c.json(saved(await setOwnTopic(writing(c, bot), { seen, id, ...fields })), 200);
  });

  mount(answerRoutes.deleteOwnTopic, async (c) => {
    const { bot_id: botId, topic } = c.req.valid("param");
    const seen = c.req.valid("query").version;
    const bot = await findBot(bots, botId);
    return c.json(saved(await removeOwnTopic(writing(c, bot), { seen, topic })), 200);
  });

  mount(answerRoutes.listAnswerVersions, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const versions = await answers.versions(bot.id);
    return c.json({ data: versions.map(serializeVersion) }, 200);
  });

  mount(answerRoutes.readAnswerVersion, async (c) => {
    const { bot_id: botId, version } = c.req.valid("param");
    const bot = await findBot(bots, botId);
    const stored = await answers.find(bot.id, version);
    if (!stored) throw notFound("version");
    return c.json({ ...serializeVersion(stored), book: writeBook(stored.book) }, 200);
  });

  mount(answerRoutes.restoreAnswers, async (c) => {
    const { bot_id: botId, version } = c.req.valid("param");
    const seen = c.req.valid("json").version;
    const bot = await findBot(bots, botId);
    return c.json(saved(await restoreBook(writing(c, bot), { seen, version })), 200);
  });

  mount(answerRoutes.tryAnswers, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { text, locale = bot.locale } = c.req.valid("json");
    const book = await newest(bot.id);
    const said = { bot, book, locale, now: Date.now() };
    const { replies, asksShop } = tryAnswers(text, said, deps.sendsCodes);
    const { orderNumberFormat } = bot;
    const known = { fallbackLocale: locale, orderNumberFormat, book, phones: phonesOf(bot) };
    const explanation = explainUtterance(text, known, true);
    return c.json({ explanation, replies: replies.map(withoutLocale), asks_shop: asksShop }, 200);
  });

  mount(answerRoutes.exportAnswers, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { version, book } = (await answers.newest(bot.id)) ?? { version: 0, book: emptyBook };
    return c.body(writeBookFile(book, version), 200, {
      "Content-Type": "application/yaml; charset=utf-8",
      "Content-Disposition": `attachment; filename="answers_${bot.id.replace(/[^\w-]/g, "_")}.yaml"`,
    });
  });

  mount(answerRoutes.importAnswers, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { version: seen, file, check: isCheck } = c.req.valid("json");
    const { book, faults } = readBookFile(file, bot.orderNumberFormat);
    if (!book) throw invalidAnswers(faults);
    const given = { seen, book, what: "imported", isCheck } as const;
    const written = refuseUnsaved(await replaceBook(writing(c, bot), given));
    const counts = countChanges(written.before, written.book);
    return c.json({ ...saved(written), ...counts, is_checked_only: isCheck }, 200);
  });

  mountTaught(admin, deps, writing);
}

/** Returns the result of a write, or throws if it was refused. */
export function saved(written: Parameters<typeof refuseUnsaved>[0]) {
  const { version, isChanged } = refuseUnsaved(written);
  return { version, is_changed: isChanged };
}

const withoutLocale = ({ locale: _, ...reply }: VisibleReply) => reply as z.output<typeof Reply>;
