import { parse } from "libpg-query";

/** The column by which rows are spread over databases. */
const spreadBy = "bot_id";

/** What a statement does with the rows of bots. */
export interface BotsInStatement {
  /** Whether it has tables with rows of bots at all. */
  hasBots: boolean;
  /** Tables that it brings together although their rows may be of two bots. */
  mixes: string[];
  /** Whether it says of which bots; else it is of any. */
  isGiven: boolean;
}

/** A part of what the parser answers. */
interface Tree {
  [name: string]: Tree;
}

const list = (tree: Tree | undefined): Tree[] => (Array.isArray(tree) ? tree : []);
const word = (tree: Tree | undefined): string => (typeof tree === "string" ? tree : "");

/** Something that has a bot: a table, an answer of a subquery, or a value that is given. */
interface Owner {
  table?: string;
  isGiven?: boolean;
}

/** What a query answers: of which bot that is, if of any, and where that comes from. */
interface Answer {
  owner: Owner | null;
  level: Level;
}

/** One level of a query, and what names stand for in it. */
interface Level {
  names: Map<string, Owner | null>;
  queries: Map<string, Answer>;
  outer: Level | null;
}

/** A statement, with the values of `$1`, `$2` … if they are known: two that are equal are one. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
}

/**
 * Reads with PostgreSQL's own parser which tables of bots a statement has, and whether their rows are tied by the
 * bot: by `a.bot_id = b.bot_id`, by a shared value, by `using (bot_id, …)`, or by what a subquery answers.
 */
export async function botsInStatement(
  { text, values = [] }: Statement,
  spread: ReadonlySet<string>,
): Promise<BotsInStatement> {
  const parsed = (await parse(text)) as unknown as Tree;
  const reading = createReading(spread, values);
  for (const { stmt } of list(parsed.stmts)) reading.read(stmt, newLevel(null));
  return reading.found();
}

function createReading(spread: ReadonlySet<string>, values: readonly unknown[]) {
  const owners: Owner[] = [];
  const given = new Map<unknown, Owner>();
  const sameBot = createGroups<Owner>();
  const together = createGroups<Owner | Level>();
  const { tie } = sameBot;

  const make = (about: Owner = {}): Owner => {
    const owner = { ...about };
    owners.push(owner);
    return owner;
  };

  /** Reads a query that stands inside another, and is brought together with it. */
  function readInside(node: Tree | undefined, outer: Level): Owner | null {
    const { owner, level } = read(node, outer);
    together.tie(level, outer);
    return owner;
  }

  function read(node: Tree | undefined, outer: Level): Answer {
    const [[kind, query] = ["", undefined]] = Object.entries(node ?? {});
    const level = newLevel(outer);
    for (const { CommonTableExpr: one } of list(query?.withClause?.ctes)) {
      const name = word(one?.ctename);
      // One that asks itself again is known by its name meanwhile.
      const itself = query?.withClause?.recursive ? make() : null;
      if (itself) level.queries.set(name, { owner: itself, level: newLevel(null) });
      const answer = read(one?.ctequery, level);
      tie(itself, answer.owner);
      level.queries.set(name, answer);
    }
    return { owner: readKind(kind, query, level), level };
  }

  function readKind(kind: string, query: Tree | undefined, level: Level): Owner | null {
    if (kind === "SelectStmt") return readSelect(query, level);
    if (kind === "InsertStmt") return readInsert(query, level);
    if (kind !== "UpdateStmt" && kind !== "DeleteStmt") {
      look(query, level);
      return null;
    }
    const changed = enterTable(query?.relation, level);
    for (const one of [...list(query?.fromClause), ...list(query?.usingClause)]) enter(one, level);
    look([query?.whereClause, query?.targetList, query?.returningList], level);
    return answerOf(query?.returningList, level) ?? changed;
  }

  function readSelect(query: Tree | undefined, level: Level): Owner | null {
    if (query?.larg) {
      // The two sides are put one after the other.
      const [one, other] = [query.larg, query.rarg].map((side) =>
        read({ SelectStmt: side ?? {} }, level),
      );
      tie(one?.owner, other?.owner);
      return one?.owner ?? other?.owner ?? null;
    }
    for (const one of list(query?.fromClause)) enter(one, level);
    const { fromClause: _from, withClause: _with, ...others } = query ?? {};
    look(others, level);
    return answerOf(query?.targetList, level);
  }

  function readInsert(query: Tree | undefined, level: Level): Owner | null {
    const inserted = enterTable(query?.relation, level);
    const nth = list(query?.cols).findIndex(({ ResTarget }) => word(ResTarget?.name) === spreadBy);
    const source = query?.selectStmt?.SelectStmt;
    for (const { List } of list(source?.valuesLists)) {
      tie(inserted, ownerOf(list(List?.items)[nth], newLevel(level)));
    }
    const answer = source && read({ SelectStmt: source }, level);
    if (answer) together.tie(answer.level, level);
    const chosen = list(source?.targetList)[nth]?.ResTarget?.val;
    const isNamed = chosen && fieldsOf(chosen).at(-1) !== "*";
    if (answer) tie(inserted, isNamed ? ownerOf(chosen, answer.level) : answer.owner);
    look([query?.onConflictClause, query?.returningList], level);
    return inserted;
  }

  function enterTable(node: Tree | undefined, level: Level): Owner | null {
    const name = word(node?.relname);
    const query = findQuery(name, level);
    const table = !query && spread.has(name) ? make({ table: name }) : null;
    const owner = query ? query.owner : table;
    if (query) together.tie(query.level, level);
    if (table) together.tie(table, level);
    level.names.set(word(node?.alias?.aliasname) || name, owner);
    return owner;
  }

  /** Makes what stands in `from` known at its level. */
  function enter(node: Tree, level: Level): Owner | null {
    const { RangeVar, RangeSubselect, RangeFunction, JoinExpr } = node;
    if (RangeVar) return enterTable(RangeVar, level);
    if (JoinExpr) {
      const sides = [JoinExpr.larg, JoinExpr.rarg].map((side) => side && enter(side, level));
      const [left, right] = sides;
      if (list(JoinExpr.usingClause).some((one) => word(one.String?.sval) === spreadBy)) {
        tie(left, right);
      }
      look(JoinExpr.quals, level);
      return left ?? right ?? null;
    }
    const alias = (RangeSubselect ?? RangeFunction)?.alias;
    const columns = list(alias?.colnames).map((one) => word(one.String?.sval));
    look(RangeFunction, level);
    const isOfBots = RangeFunction && columns.includes(spreadBy);
    const owner = isOfBots ? make({ isGiven: true }) : readInside(RangeSubselect?.subquery, level);
    level.names.set(word(alias?.aliasname) || `(${level.names.size})`, owner);
    return owner;
  }

  /** Ties what conditions tie, and reads the queries inside. */
  function look(node: unknown, level: Level): void {
    if (typeof node !== "object" || node === null) return;
    for (const [kind, inner] of Object.entries(node as Tree)) {
      if (kind === "SelectStmt") readInside({ SelectStmt: inner }, level);
      else if (kind === "SubLink") {
        tie(ownerInRow(inner.testexpr, level), readInside(inner.subselect, level));
        look(inner.testexpr, level);
      } else {
        if (kind === "A_Expr") compare(inner, level);
        look(inner, level);
      }
    }
  }

  function compare({ kind, name, lexpr, rexpr }: Tree, level: Level): void {
    const isList = ["AEXPR_OP_ANY", "AEXPR_IN"].includes(word(kind));
    if (isList && isBot(lexpr)) tie(ownerOf(lexpr, level), make({ isGiven: true }));
    if (word(kind) !== "AEXPR_OP" || word(list(name)[0]?.String?.sval) !== "=") return;
    const [left, right] = [lexpr, rexpr].map(partsOf);
    left?.forEach((one, nth) => {
      const other = right?.[nth];
      if (isBot(one) || isBot(other)) tie(ownerOf(one, level), ownerOf(other, level));
    });
  }

  function ownerInRow(node: Tree | undefined, level: Level): Owner | null {
    const bot = partsOf(node).find(isBot);
    return bot ? ownerOf(bot, level) : null;
  }

  /** Whose bot an expression is: of a column, or a value. */
  function ownerOf(node: Tree | undefined, level: Level): Owner | null {
    if (!node) return null;
    if (node.TypeCast) return ownerOf(node.TypeCast.arg, level);
    if (node.SubLink) return readInside(node.SubLink.subselect, level);
    if (isBot(node)) return findOwner(fieldsOf(node).slice(0, -1), level);
    if (!node.ParamRef) return make({ isGiven: true });
    const nth = Number(node.ParamRef.number);
    const value = values[nth - 1] ?? nth;
    const known = given.get(value) ?? make({ isGiven: true });
    given.set(value, known);
    return known;
  }

  /** Whose rows come out: of its column of bots, or of all it has. */
  function answerOf(targets: Tree | undefined, level: Level): Owner | null {
    for (const { ResTarget } of list(targets)) {
      const fields = fieldsOf(ResTarget?.val);
      if (word(ResTarget?.name) === spreadBy || fields.at(-1) === spreadBy) {
        return ownerOf(ResTarget?.val, level);
      }
      const all = fields.at(-1) === "*" ? findOwner(fields.slice(0, -1), level) : null;
      if (all) return all;
    }
    return null;
  }

  function found(): BotsInStatement {
    const used = owners.filter((owner) => owner.table);
    const told = new Set(owners.filter((owner) => owner.isGiven).map(sameBot.rootOf));
    const groups = Map.groupBy(used, (owner) => together.rootOf(owner));
    const mixed = [...groups.values()].filter(
      (group) => new Set(group.map(sameBot.rootOf)).size > 1,
    );
    return {
      hasBots: used.length > 0,
      mixes: mixed.flat().map(({ table = "" }) => table),
      isGiven: used.every((owner) => told.has(sameBot.rootOf(owner))),
    };
  }

  return { read, found };
}

/** Things that belong together, as one learns of them two by two. */
function createGroups<Thing extends object>() {
  const parents = new Map<Thing, Thing>();
  const rootOf = (thing: Thing): Thing => {
    const parent = parents.get(thing);
    return parent ? rootOf(parent) : thing;
  };
  return {
    rootOf,
    tie(one: Thing | null | undefined, other: Thing | null | undefined): void {
      if (one && other && rootOf(one) !== rootOf(other)) parents.set(rootOf(one), rootOf(other));
    },
  };
}

const newLevel = (outer: Level | null): Level => ({ names: new Map(), queries: new Map(), outer });

/** The expressions of a row, or the one that is none. */
const partsOf = (node: Tree | undefined): Tree[] =>
  node?.RowExpr ? list(node.RowExpr.args) : node ? [node] : [];

/** The names of a column, `*` for all of them; none for anything else. */
const fieldsOf = (node: Tree | undefined): string[] =>
  list(node?.ColumnRef?.fields).map((field) => (field.A_Star ? "*" : word(field.String?.sval)));

const isBot = (node: Tree | undefined): boolean => fieldsOf(node).at(-1) === spreadBy;

function findQuery(name: string, level: Level | null): Answer | undefined {
  for (let at = level; at; at = at.outer) if (at.queries.has(name)) return at.queries.get(name);
  return undefined;
}

/** Without a name before it, a column is that of the first which has one. */
function findOwner([name]: string[], level: Level | null): Owner | null {
  for (let at = level; at; at = at.outer) {
    const first = [...at.names.values()].find((owner) => owner !== null);
    if (name === undefined && first) return first;
    if (name !== undefined && at.names.has(name)) return at.names.get(name) ?? null;
  }
  return null;
}
