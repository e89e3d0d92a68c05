using System.Globalization;
using System.Runtime.CompilerServices;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution.Cost;

/// <summary>
/// The cost of one operation for the variables of one request: conditions are decided, pages are as long as asked, filters cost what
/// was given in them. Where no variable matters the result is kept with the plan.
/// </summary>
internal sealed class CostAnalysis
{
    private readonly CostWeights _weights;
    private readonly OperationPlan _plan;
    private readonly VariableValues _variables;
    private readonly ulong[] _conditions;
    private Dictionary<(PlannedSelection, ListSize?, double), OperationCost>? _known;
    private int _objects;
    private bool _isFixed;

    private CostAnalysis(CostWeights weights, OperationPlan plan, VariableValues variables)
    {
        (_weights, _plan, _variables) = (weights, plan, variables);
        _conditions = plan.Conditions.Count == 0 ? [] : new ulong[(plan.Conditions.Count + 63) / 64];
        plan.Conditions.Evaluate(variables, _conditions);
        _isFixed = plan.Conditions.Count == 0;
    }

    /// <exception cref="GraphQLException">A list does not have the one slicing argument that it must have.</exception>
    public static OperationCost Of(OperationPlan plan, CostWeights weights, VariableValues variables)
    {
        if (plan.FixedCost is { } known) return known.Value;
        var analysis = new CostAnalysis(weights, plan, variables);
        var cost = analysis.OfObject(plan.Root, null, 0).Bounded;
        if (analysis._isFixed) plan.FixedCost = new StrongBox<OperationCost>(cost);
        return cost;
    }

    /// <summary>One object and everything below it.</summary>
    /// <param name="list">The list that the selection's <see cref="ListSize.SizedFields"/> are, when it is about a page of one.</param>
    private OperationCost OfObject(PlannedSelection selection, ListSize? list, double size)
    {
        // Selections are shared where fragments are: what that makes of a small plan is remembered, but most plans are trees.
        if (++_objects > 2 * _plan.Fields.Length) _known ??= [];
        var key = (selection, list, size);
        if (_known is not null && _known.TryGetValue(key, out var known)) return known;
        var cost = default(OperationCost);
        if (selection.Type is { } type)
        {
            cost = new OperationCost(0, _weights.Of(type));
            foreach (var field in selection.Fields)
            {
                if (field.Condition < 0 || ConditionTable.Bit(_conditions, field.Condition)) cost += OfField(field, list, size);
            }
        }
        else
        {
            foreach (var possible in selection.PossibleTypes) cost = OperationCost.Max(cost, OfObject(possible, list, size));
        }

        if (_known is not null) _known[key] = cost;
        return cost;
    }

    private OperationCost OfField(PlannedField field, ListSize? list, double size)
    {
        var weight = _weights.Of(field.Definition);
        var call = new OperationCost(weight.Weight + OfArguments(field), 0);
        var isPage = weight.Size.SizedFields.Count > 0;
        var length = SizeOf(field, weight.Size);
        var items = isPage ? 1 : list?.SizedFields.Contains(field.Definition.Name) is true ? size : length;
        var item = field.Selection is null ? new OperationCost(0, _weights.Of(field.Definition.Type.NamedType))
            : isPage ? OfObject(field.Selection, weight.Size, length)
            : OfObject(field.Selection, null, 0);
        return call + (items * item);
    }

    private double SizeOf(PlannedField field, ListSize size)
    {
        if (size.SlicingArguments.Count == 0) return size.Assumed ?? 1;
        double? asked = null;
        var given = 0;
        foreach (var name in size.SlicingArguments)
        {
            if (LengthAsked(field, name) is not { } length) continue;
            asked = Math.Max(asked ?? 0, length);
            given++;
        }

        if (size.RequireOneSlicingArgument && given != 1)
        {
            throw new GraphQLException(
                $"Exactly one of the arguments {string.Join(", ", size.SlicingArguments)} must be given for the field \"{field.ParentType}.{field.Definition.Name}\".",
                _plan.Document.Source, field.Node.Start);
        }

        return asked ?? size.Assumed ?? 1;
    }

    /// <summary>What a slicing argument asks for: its number, or how many items it has; null where it is not given.</summary>
    private double? LengthAsked(PlannedField field, string name) => Given(field, name) switch
    {
        IntValueNode number => Math.Max(0, double.Parse(number.Value, CultureInfo.InvariantCulture)),
        ListValueNode items => items.Values.Count,
        VariableNode variable => Value(variable) switch
        {
            int number => Math.Max(0, number),
            object?[] items => items.Length,
            _ => null,
        },
        null or NullValueNode => null,
        _ => 1,
    };

    private static ValueNode? Given(PlannedField field, string argument)
    {
        foreach (var given in field.Node.Arguments)
        {
            if (given.Name.Value == argument) return given.Value;
        }

        return field.Definition.Argument(argument)?.DefaultValue;
    }

    private double OfArguments(PlannedField field)
    {
        var cost = 0d;
        foreach (var given in field.Node.Arguments)
        {
            if (field.Definition.Argument(given.Name.Value) is { } argument) cost += OfInput(argument, given.Value);
        }

        return cost;
    }

    /// <summary>An argument or input field with what is given in it; a list weighs as much as its items. Literals nest as deep as the parser allows.</summary>
    private double OfInput(InputValueDefinition input, ValueNode literal)
    {
        var cost = 0d;
        switch (literal)
        {
            // What costs nothing whatever it is need not be looked at, and the operation's cost stays the same for all variables.
            case VariableNode when input.Type.NamedType is not InputObjectType && _weights.Of(input) == 0:
                return 0;
            case VariableNode variable:
                return OfInput(input, Value(variable));
            case ListValueNode list:
                foreach (var item in list.Values) cost += OfInput(input, item);
                return cost;
            case ObjectValueNode o when input.Type.NamedType is InputObjectType type:
                foreach (var field in o.Fields)
                {
                    if (type.Field(field.Name.Value) is { } definition) cost += OfInput(definition, field.Value);
                }

                return _weights.Of(input) + cost;
            default:
                return _weights.Of(input);
        }
    }

    /// <summary>The same for a value of the variables, which nest as deep as their limit allows.</summary>
    private double OfInput(InputValueDefinition input, object? value)
    {
        var cost = 0d;
        switch (InputValues.OrNull(value))
        {
            case null:
                return 0;
            case object?[] items:
                foreach (var item in items) cost += OfInput(input, item);
                return cost;
            case InputObjectValue o:
                foreach (var field in o.Type.Fields) cost += OfInput(field, o[field.Index]);
                return _weights.Of(input) + cost;
            default:
                return _weights.Of(input);
        }
    }

    private object? Value(VariableNode variable)
    {
        _isFixed = false;
        return InputValues.OrNull(_variables.Value(variable.Name.Value));
    }
}
