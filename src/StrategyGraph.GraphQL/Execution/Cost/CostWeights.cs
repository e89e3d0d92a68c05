using System.Globalization;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution.Cost;

/// <summary>
/// The weights and list sizes of a schema, from its <c>@cost</c> and <c>@listSize</c> directives. Where none is given, what is or
/// returns an object weighs 1, a leaf 0, and a list has one item.
/// </summary>
public sealed class CostWeights
{
    private static readonly ListSize OneItem = new(null, [], [], false);

    private readonly Dictionary<FieldDefinition, FieldWeight> _fields = [];
    private readonly Dictionary<NamedType, double> _types = [];
    private readonly Dictionary<InputValueDefinition, double> _inputs = [];
    private readonly List<GraphQLError> _errors = [];
    private readonly Source _source;

    /// <exception cref="GraphQLException">A directive is not what it has to be: every one is reported, with its place.</exception>
    public CostWeights(Schema schema)
    {
        _source = schema.Source;
        foreach (var type in schema.Types.Values)
        {
            var nodes = type.SyntaxNodes.SelectMany(n => n.Directives);
            _types[type] = Weight(nodes, type is { IsCompositeType: true } ? 1 : 0);
            switch (type)
            {
                case FieldsType fields:
                    foreach (var field in fields.Fields) Add(field);
                    break;
                case InputObjectType input:
                    foreach (var field in input.Fields) Add(field);
                    break;
            }
        }

        foreach (var meta in new[] { StandardDefinitions.SchemaField, StandardDefinitions.TypeField, StandardDefinitions.TypeNameField }) Add(meta);
        if (_errors.Count > 0) throw new GraphQLException(_errors);
    }

    internal FieldWeight Of(FieldDefinition field) => _fields[field];

    internal double Of(NamedType type) => _types[type];

    internal double Of(InputValueDefinition input) => _inputs[input];

    private void Add(FieldDefinition field)
    {
        foreach (var argument in field.Arguments) Add(argument);
        IReadOnlyList<DirectiveNode> directives = field.SyntaxNode?.Directives ?? [];
        _fields[field] = new FieldWeight(Weight(directives, field.Type.NamedType.IsCompositeType ? 1 : 0), SizeOf(field, directives));
    }

    private void Add(InputValueDefinition input) =>
        _inputs[input] = Weight(input.SyntaxNode?.Directives ?? [], input.Type.NamedType is InputObjectType ? 1 : 0);

    private double Weight(IEnumerable<DirectiveNode> directives, double otherwise)
    {
        if (Argument(directives, "cost", "weight") is not { } given) return otherwise;
        if (given is StringValueNode text && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)) return weight;
        Report($"A weight is a number in quotes, such as \"2.5\", not {Printer.Print(given)}.", given);
        return otherwise;
    }

    private ListSize SizeOf(FieldDefinition field, IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.FirstOrDefault(d => d.Name.Value == "listSize") is not { } node) return OneItem;
        int? assumed = null;
        if (Argument(directives, "listSize", "assumedSize") is IntValueNode number && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
        {
            if (size < 0) Report($"A list cannot have {size} items.", number);
            assumed = size;
        }

        var slicing = Names("slicingArguments", name => field.Argument(name) is { } argument && (argument.Type.Nullable is ListType || argument.Type.NamedType.Name == "Int"),
            name => $"{field.Name} has no argument \"{name}\" that is an Int or a list.");
        var sized = Names("sizedFields", name => field.Type.NamedType is FieldsType type && type.Field(name)?.Type.Nullable is ListType,
            name => $"{field.Type.NamedType} has no list \"{name}\".");
        if (Argument(directives, "listSize", "sizedFields") is null && field.Type.Nullable is not ListType) Report($"{field.Name} is no list, and no fields of it are said to be (sizedFields).", node);
        return new ListSize(assumed, slicing, sized, Argument(directives, "listSize", "requireOneSlicingArgument") is not BooleanValueNode { Value: false });

        IReadOnlyList<string> Names(string argument, Func<string, bool> isKnown, Func<string, string> otherwise)
        {
            var names = new List<string>();
            var given = Argument(directives, "listSize", argument);
            foreach (var value in given is ListValueNode list ? list.Values : given is null or NullValueNode ? [] : [given])
            {
                if (value is not StringValueNode { Value: var name }) continue;
                if (isKnown(name)) names.Add(name);
                else Report(otherwise(name), value);
            }

            return names;
        }
    }

    private static ValueNode? Argument(IEnumerable<DirectiveNode> directives, string directive, string argument) =>
        directives.LastOrDefault(d => d.Name.Value == directive)?.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;

    private void Report(string message, SyntaxNode at) => _errors.Add(new GraphQLError(message, [_source.LocationOf(at.Start)]));
}

/// <summary>What one call of a field weighs, and how long the list is that it returns.</summary>
internal sealed record FieldWeight(double Weight, ListSize Size);

/// <summary>An applied <c>@listSize</c>.</summary>
/// <param name="Assumed">The length where no slicing argument says it.</param>
/// <param name="SlicingArguments">Each an Int, or a list that counts its items.</param>
/// <param name="SizedFields">The fields of the returned object that have the length, in place of the field itself.</param>
internal sealed record ListSize(int? Assumed, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOneSlicingArgument);
