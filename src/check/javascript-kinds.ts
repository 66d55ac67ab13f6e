// The grammar of TypeScript is that of JavaScript with more in it: a text of which it makes nothing but what is listed
// here has the tree that JavaScript's own grammar makes of it. `tests/check/blanked.test.ts` compares them.

/**
 * Names of nodes that both grammars build alike. Classes are left out, whose members and heritage have other shapes.
 * `required_parameter` is there because it is taken off again, see {@link copyTree}.
 */
const NAMED =
  "arguments array array_pattern arrow_function assignment_expression assignment_pattern " +
  "augmented_assignment_expression await_expression binary_expression break_statement call_expression " +
  "catch_clause computed_property_name continue_statement debugger_statement do_statement else_clause " +
  "empty_statement export_clause export_specifier export_statement expression_statement finally_clause " +
  "for_in_statement for_statement formal_parameters function_declaration function_expression " +
  "generator_function generator_function_declaration identifier if_statement import import_attribute " +
  "import_clause import_specifier import_statement labeled_statement lexical_declaration member_expression " +
  "meta_property method_definition named_imports namespace_export namespace_import new_expression object " +
  "object_assignment_pattern object_pattern optional_chain pair pair_pattern parenthesized_expression program " +
  "regex rest_pattern return_statement sequence_expression spread_element statement_block string " +
  "subscript_expression switch_body switch_case switch_default switch_statement template_string " +
  "template_substitution ternary_expression throw_statement try_statement unary_expression update_expression " +
  "variable_declaration variable_declarator while_statement with_statement yield_expression comment " +
  "escape_sequence false hash_bang_line null number private_property_identifier " +
  "property_identifier shorthand_property_identifier shorthand_property_identifier_pattern " +
  "statement_identifier string_fragment super this true undefined required_parameter";

const TOKENS =
  "! != !== \" ${ % %= & && &&= &= ' ( ) * ** **= *= + ++ += , - -- -= . ... / /= : ; < << <<= <= = == === " +
  "=> > >= >> >>= >>> >>>= ? ?? ??= [ ] ^ ^= ` as async await break case catch const continue debugger " +
  "default delete do else export finally for from function get if import in instanceof let meta new of " +
  "return set static switch target throw try typeof var void while with yield { | |= || ||= } ~";

const named: ReadonlySet<string> = new Set(NAMED.split(" "));
const tokens: ReadonlySet<string> = new Set(TOKENS.split(" "));

/** Whether the grammar of JavaScript would call a node or a token the same. */
export function isJavaScriptKind(type: string, isNamed: boolean): boolean {
  return (isNamed ? named : tokens).has(type);
}
