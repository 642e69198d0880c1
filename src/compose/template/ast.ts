/** The part of Handlebars' syntax tree that we read, as a closed union; columns count from 0, lines from 1. */
export type Program = {
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[] | undefined;
};

export type Statement =
  | Content
  | Mustache
  | Block
  | Partial
  | { readonly type: 'CommentStatement'; readonly loc: Loc }
  | { readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock'; readonly loc: Loc };

/** Text between mustaches: `original` as in the file, `value` after white space control. */
export type Content = {
  readonly type: 'ContentStatement';
  value: string;
  readonly original: string;
  readonly loc: Loc;
};

export type Mustache = {
  readonly type: 'MustacheStatement';
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
  readonly escaped: boolean;
  readonly loc: Loc;
};

export type Block = {
  readonly type: 'BlockStatement';
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
  readonly program: Program | undefined;
  readonly inverse: Program | undefined;
  readonly loc: Loc;
};

export type Partial = {
  readonly type: 'PartialStatement';
  /** White space before a call that stands on a line of its own: it was taken off the content before it. */
  readonly indent?: string;
  readonly name: Expression;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
  readonly loc: Loc;
};

export type Hash = {
  readonly pairs: readonly { readonly key: string; readonly value: Expression; readonly loc: Loc }[];
};

export type Expression = Path | Call | Literal;

export type Path = {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: Loc;
};

/** A helper call in parentheses. */
export type Call = {
  readonly type: 'SubExpression';
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash: Hash | undefined;
  readonly loc: Loc;
};

export type Literal =
  | { readonly type: 'StringLiteral'; readonly value: string; readonly original: string; readonly loc: Loc }
  | { readonly type: 'NumberLiteral'; readonly value: number; readonly original: number; readonly loc: Loc }
  | {
      readonly type: 'BooleanLiteral';
      readonly value: boolean;
      readonly original: boolean;
      readonly loc: Loc;
    }
  | {
      readonly type: 'UndefinedLiteral' | 'NullLiteral';
      readonly original: undefined | null;
      readonly loc: Loc;
    };

export type Loc = { readonly source: string; readonly start: Position; readonly end: Position };
export type Position = { readonly line: number; readonly column: number };
