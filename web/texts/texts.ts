/** The same keys as bokmål, with other words: what is missing or left over does not compile. */
export type Texts<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Texts<Source[Key]>;
};
