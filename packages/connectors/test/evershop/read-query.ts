/** A field that a query asks for. */
export interface AskedQuery {
  alias: string;
  name: string;
  args: Readonly<Record<string, unknown>>;
  fields: readonly AskedQuery[];
}

/** Reads a GraphQL query as far as connectors write them: named variables alone as arguments. Throws for what is none. */
export function readQuery(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): AskedQuery[] {
  const tokens = query.match(/\w+|\S/g) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? "";
  const take = (token: string) => {
    const found = next();
    if (found !== token) throw new Error(`Syntax Error: Expected "${token}", found "${found}".`);
  };
  const skip = (token: string) => {
    const isNext = tokens[at] === token;
    if (isNext) at++;
    return isNext;
  };

  function readFields(): AskedQuery[] {
    const fields: AskedQuery[] = [];
    while (!skip("}")) {
      const alias = next();
      if (!/^\w+$/.test(alias)) throw new Error(`Syntax Error: Unexpected "${alias}".`);
      const name = skip(":") ? next() : alias;
      const args = skip("(") ? readArguments() : {};
      fields.push({ alias, name, args, fields: skip("{") ? readFields() : [] });
    }
    return fields;
  }

  function readArguments(): Record<string, unknown> {
    const args: Record<string, unknown> = {};
    while (!skip(")")) {
      const name = next();
      take(":");
      take("$");
      args[name] = variables[next()];
    }
    return args;
  }

  take("query");
  if (skip("(")) while (next() !== ")");
  take("{");
  return readFields();
}
