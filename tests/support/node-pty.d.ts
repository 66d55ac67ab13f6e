// The package behind the name "node-pty" declares its types under its own name.
declare module "node-pty" {
  export * from "@lydell/node-pty";
}
