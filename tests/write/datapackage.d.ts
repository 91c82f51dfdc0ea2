/** The package has no types of its own; what the tests use of it. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    /** Rows with their cells cast. */
    read(): Promise<unknown[][]>;
    /** Throws where a foreign key leads nowhere. */
    checkRelations(): Promise<boolean>;
  }
  interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  const frictionless: {
    readonly Package: { load(descriptor: string, options: { readonly basePath: string }): Promise<Package> };
  };
  export default frictionless;
}
