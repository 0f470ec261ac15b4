/** What every file of `commands/` exports. @module */

export interface Command {
  /** The command line in one line, options in brackets. */
  readonly usage: string;
  /** @param args what follows the command's name; throws a `DomainError` for wrong input */
  readonly run: (args: readonly string[]) => Promise<void>;
}
