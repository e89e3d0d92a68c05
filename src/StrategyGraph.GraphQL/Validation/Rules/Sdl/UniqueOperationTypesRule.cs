using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A schema has one root type for each kind of operation, its extensions counted in.
/// <see href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types">§3.3.1 Root Operation Types</see>
/// </summary>
internal sealed class UniqueOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> _defined = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is SchemaDefinitionNode definition) Check(definition.OperationTypes);
        else if (node is SchemaExtensionNode extension) Check(extension.OperationTypes);
        return node is DocumentNode;
    }

    private void Check(IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    {
        foreach (var operationType in operationTypes)
        {
            var operation = operationType.Operation;
            if (Context.SchemaOrNull?.RootType(operation) is not null)
                Report($"Type for {operation.Keyword()} already defined in the schema. It cannot be redefined.", operationType);
            else if (!_defined.TryAdd(operation, operationType))
                Report($"There can be only one {operation.Keyword()} type in schema.", _defined[operation], operationType);
        }
    }
}
