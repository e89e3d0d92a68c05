using StrategyGraph.GraphQL.Validation.Rules;
using StrategyGraph.GraphQL.Validation.Rules.Sdl;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>The rules in the reference implementation's order, which is the order of errors at one place of a document.</summary>
internal static class SpecifiedRules
{
    public static IReadOnlyList<ValidationRule> ForExecutableDocuments(ValidationContext context) =>
    [
        // Definitions and operations (§5.1, §5.2)
        new ExecutableDefinitionsRule(context),
        new KnownOperationTypesRule(context),
        new UniqueOperationNamesRule(context),
        new LoneAnonymousOperationRule(context),
        new SingleFieldSubscriptionsRule(context),

        // Types and fields (§5.3, §5.5.1, §5.8.2)
        new KnownTypeNamesRule(context),
        new FragmentsOnCompositeTypesRule(context),
        new VariablesAreInputTypesRule(context),
        new ScalarLeafsRule(context),
        new FieldsOnCorrectTypeRule(context),

        // Fragments (§5.5)
        new UniqueFragmentNamesRule(context),
        new KnownFragmentNamesRule(context),
        new NoUnusedFragmentsRule(context),
        new PossibleFragmentSpreadsRule(context),
        new NoFragmentCyclesRule(context),

        // Variables (§5.8)
        new UniqueVariableNamesRule(context),
        new NoUndefinedVariablesRule(context),
        new NoUnusedVariablesRule(context),

        // Directives (§5.7, incremental delivery)
        new KnownDirectivesRule(context),
        new UniqueDirectivesPerLocationRule(context),
        new DeferStreamDirectiveOnRootFieldRule(context),
        new DeferStreamDirectiveOnValidOperationsRule(context),
        new DeferStreamDirectiveLabelRule(context),
        new StreamDirectiveOnListFieldRule(context),

        // Arguments and values (§5.4, §5.6, §5.8.5)
        new KnownArgumentNamesRule(context),
        new UniqueArgumentNamesRule(context),
        new ValuesOfCorrectTypeRule(context),
        new ProvidedRequiredArgumentsRule(context),
        new VariablesInAllowedPositionRule(context),

        // What is left: merging (§5.3.2), input fields (§5.6.3), introspection (§4)
        new OverlappingFieldsCanBeMergedRule(context),
        new UniqueInputFieldNamesRule(context),
        new MaxIntrospectionDepthRule(context),

        // Of this server, not of the specification
        .. context.Options.Introspection ? [] : new ValidationRule[] { new NoSchemaIntrospectionCustomRule(context) },
    ];

    public static IReadOnlyList<ValidationRule> ForSchemaDocuments(ValidationContext context) =>
    [
        // One of each (§3)
        new LoneSchemaDefinitionRule(context),
        new UniqueOperationTypesRule(context),
        new UniqueTypeNamesRule(context),
        new UniqueEnumValueNamesRule(context),
        new UniqueFieldDefinitionNamesRule(context),
        new UniqueArgumentDefinitionNamesRule(context),
        new UniqueDirectiveNamesRule(context),

        // Names that mean something (§3.4, §5.5.1, §5.7)
        new KnownTypeNamesRule(context),
        new KnownDirectivesRule(context),
        new UniqueDirectivesPerLocationRule(context),
        new PossibleTypeExtensionsRule(context),

        // What directives are given (§5.4, §5.6)
        new KnownArgumentNamesOnDirectivesRule(context),
        new UniqueArgumentNamesRule(context),
        new UniqueInputFieldNamesRule(context),
        new ProvidedRequiredArgumentsOnDirectivesRule(context),
    ];
}
