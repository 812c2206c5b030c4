import type { Contract } from "@meetbot/admin-api/contract.ts";
import type { z } from "zod";

type Route = Contract[keyof Contract];
type KeyOf<R> = R extends { method: infer Method extends string; path: infer Path extends string }
  ? `${Uppercase<Method>} ${Path}`
  : never;

/** A route of the admin API, as `GET /bots/{bot_id}`. */
export type RouteKey = KeyOf<Route>;
type RouteOf<Key extends RouteKey> = Extract<Route, Route extends unknown ? RouteWith<Key> : never>;
type RouteWith<Key extends RouteKey> = {
  [Name in keyof Contract]: KeyOf<Contract[Name]> extends Key ? Contract[Name] : never;
}[keyof Contract];

type RequestOf<R> = R extends { request: infer Request } ? Request : Record<never, never>;
type In<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type JsonOf<Content> = Content extends { content: { "application/json": { schema: infer Schema } } }
  ? Schema
  : never;

type Path<R> = RequestOf<R> extends { params: infer S } ? { path: In<S> } : { path?: never };
type Query<R> = RequestOf<R> extends { query: infer S } ? { query?: In<S> } : { query?: never };
type Body<R> = RequestOf<R> extends { body: infer B } ? { body: In<JsonOf<B>> } : { body?: never };

/** The input of a route. */
export type InputOf<Key extends RouteKey> = Path<RouteOf<Key>> &
  Query<RouteOf<Key>> &
  Body<RouteOf<Key>>;

type Responses<R> = R extends { responses: infer All } ? All : never;
type Success<All> = { [Status in keyof All & (200 | 201 | 202)]: JsonOf<All[Status]> }[keyof All &
  (200 | 201 | 202)];

/** The body of a route's successful answer. */
export type OutputOf<Key extends RouteKey> =
  Success<Responses<RouteOf<Key>>> extends infer Schema
    ? Schema extends z.ZodType
      ? z.output<Schema>
      : undefined
    : never;
