using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// The types at the place that a <see cref="DocumentWalk"/> has reached. Each is null where the document names something the schema
/// does not have; the rule whose business that is reports it, and the others stay silent.
/// </summary>
internal sealed class TypeInfo(Schema schema)
{
    private readonly Stack<GraphType?> _types = [];
    private readonly Stack<NamedType?> _parentTypes = [];
    private readonly Stack<FieldDefinition?> _fields = [];
    private readonly List<InputPosition> _inputs = [];
    private DirectiveDefinition? _directive;

    /// <summary>What a value at this place has to be, the default that the place has of its own, and the input object whose field it is.</summary>
    private readonly record struct InputPosition(GraphType? Type, ValueNode? DefaultValue, InputObjectType? Object);

    /// <summary>The output type of the field, fragment or operation around this place.</summary>
    public GraphType? Type => Top(_types);

    /// <summary>The composite type whose fields are selected here.</summary>
    public NamedType? ParentType => Top(_parentTypes);

    public FieldDefinition? Field => Top(_fields);

    /// <summary>Where <see cref="Field"/> is defined, as a schema coordinate: <c>Query.plan</c>; meta-fields are on no type.</summary>
    public string FieldCoordinate => $"{(IsMetaField(Field) ? "<meta>" : ParentType?.Name)}.{Field?.Name}";

    /// <summary>The field's or directive's argument that this place is in.</summary>
    public InputValueDefinition? Argument { get; private set; }

    /// <summary>The input type expected here.</summary>
    public GraphType? InputType => Input(0).Type;

    /// <summary>The input type one level up: the input object around a field's value, the list around an item.</summary>
    public GraphType? ParentInputType => Input(1).Type;

    /// <summary>The input object whose field's value stands here; null for arguments and the items of lists.</summary>
    public InputObjectType? InputObject => Input(0).Object;

    /// <summary>The default of the argument or input field here.</summary>
    public ValueNode? DefaultValue => Input(0).DefaultValue;

    public void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Push(Type?.NamedType is { IsCompositeType: true } composite ? composite : null);
                break;
            case FieldNode field:
                var fieldDefinition = ParentType is { } parent ? schema.FieldOf(parent, field.Name.Value) : null;
                _fields.Push(fieldDefinition);
                _types.Push(OutputOrNull(fieldDefinition?.Type));
                break;
            case DirectiveNode directive:
                _directive = schema.Directives.GetValueOrDefault(directive.Name.Value);
                break;
            case OperationDefinitionNode operation:
                _types.Push(schema.RootType(operation.Operation));
                break;
            case InlineFragmentNode fragment:
                _types.Push(OutputOrNull(fragment.TypeCondition is { } condition ? schema.TypeFromNode(condition) : Type?.NamedType));
                break;
            case FragmentDefinitionNode fragment:
                _types.Push(OutputOrNull(schema.TypeFromNode(fragment.TypeCondition)));
                break;
            case VariableDefinitionNode variable:
                Push(schema.TypeFromNode(variable.Type), null);
                break;
            case ArgumentNode argument:
                // An unknown directive's arguments are looked for on the field, as the reference implementation does.
                Argument = (_directive?.Arguments ?? Field?.Arguments)?.FirstOrDefault(a => a.Name == argument.Name.Value);
                Push(Argument?.Type, Argument?.DefaultValue);
                break;
            case ListValueNode:
                Push(InputType?.Nullable is ListType list ? list.OfType : null, null);
                break;
            case ObjectFieldNode field:
                var inputObject = InputType?.NamedType as InputObjectType;
                var inputField = inputObject?.Field(field.Name.Value);
                Push(inputField?.Type, inputField?.DefaultValue, inputObject);
                break;
        }
    }

    public void Leave(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                _directive = null;
                break;
            case OperationDefinitionNode or InlineFragmentNode or FragmentDefinitionNode:
                _types.Pop();
                break;
            case ArgumentNode:
                Argument = null;
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
            case VariableDefinitionNode or ListValueNode or ObjectFieldNode:
                _inputs.RemoveAt(_inputs.Count - 1);
                break;
        }
    }

    private void Push(GraphType? type, ValueNode? defaultValue, InputObjectType? inputObject = null) =>
        _inputs.Add(new InputPosition(type is { IsInputType: true } ? type : null, defaultValue, inputObject));

    private static bool IsMetaField(FieldDefinition? field) =>
        field == StandardDefinitions.TypeNameField || field == StandardDefinitions.SchemaField || field == StandardDefinitions.TypeField;

    private InputPosition Input(int levelsUp) => _inputs.Count > levelsUp ? _inputs[^(levelsUp + 1)] : default;

    private static GraphType? OutputOrNull(GraphType? type) => type is { IsOutputType: true } ? type : null;

    private static T? Top<T>(Stack<T> stack) => stack.TryPeek(out var top) ? top : default;
}
