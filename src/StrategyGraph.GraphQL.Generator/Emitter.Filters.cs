using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>Filters and orders: classes whose one method reads the members that the fields of the same names are bound to.</summary>
internal sealed partial class Emitter
{
    private const string Filtering = "global::" + Names.Filtering;

    private string Root => CSharp.Text(binder.Schema.Root);

    private void EmitFilter(BoundInput input, BoundObject target)
    {
        var name = input.Sdl.Name;
        var type = CSharp.Text(target.Type);
        _code.Line($"/// <summary>Conditions on a {target.Sdl.Name}. All that are given must hold; a condition on an object that is not there does not, and null asks for just that.</summary>");
        // A record, so that what a filter asks can be told from what another does.
        _code.Open($"internal sealed record {name}");
        EmitProperties(input);
        _code.Line();
        _code.Open($"public bool Matches({type} value, {Root} root)");
        foreach (var field in input.Sdl.Inputs)
        {
            var property = CSharp.Pascal(field.Name.Value);
            var filter = Name("filter");
            if (field.Name.Value is "and" or "or")
                _code.Line($"if (!{Filtering}.Filters.{(field.Name.Value is "and" ? "All" : "Any")}({property}, (value, root), static (f, v) => f.Matches(v.value, v.root))) return false;");
            else if (target.Fields.Find(f => f.Name == field.Name.Value) is { } read)
                _code.Line(IsOfObject(field)
                    ? $"if ({property}.HasValue && !({ConditionOnObject(read, property)})) return false;"
                    : $"if ({property} is {{ }} {filter} && !({Condition(field, read, filter)})) return false;");
        }

        _code.Line("return true;");
        _code.Close();
        _code.Close();
        _code.Line();
    }

    private string Condition(InputValueDefinitionNode field, BoundField read, string filter)
    {
        var asks = binder.Input(Sdl.NameOf(field.Type))!;
        var value = ReadPlain(read, "value");
        return asks.Kind is InputKind.ListFilter
            ? $"{filter}.Matches({value}, root, static (f, v, r) => f.Matches(v, r))"
            : $"{filter}.Matches({(asks.Target is "String" or "ID" ? value : $"({binder.InputText(asks.Target!)}?){value}")})";
    }

    private string ConditionOnObject(BoundField read, string property)
    {
        var (value, v, filter) = (ReadPlain(read, "value"), Name("v"), Name("filter"));
        var isMissing = CSharp.WithoutNull(read.Type) is { IsValueType: true } type && CSharp.Same(type, read.Type) ? "false" : $"{value} is null";
        return $"{property}.Value is {{ }} {filter} ? {value} is {{ }} {v} && {filter}.Matches({v}, root) : {isMissing}";
    }

    private void EmitSort(BoundInput input, BoundObject target)
    {
        var name = input.Sdl.Name;
        var type = CSharp.Text(target.Type);
        _code.Line($"/// <summary>An order of {target.Sdl.Name}s by the fields that are given, in the schema's order. What has no value comes last.</summary>");
        _code.Open($"internal sealed class {name}");
        EmitProperties(input);
        _code.Line();
        _code.Line("/// <summary>Compares by each of the orders until one tells the two apart; 0 when none does.</summary>");
        _code.Open($"public static int Compare(global::System.Collections.Generic.IReadOnlyList<{name}>? orders, {type} x, {type} y, {Root} root)");
        _code.Open("for (var i = 0; i < (orders?.Count ?? 0); i++)");
        _code.Line("if (orders![i].Compare(x, y, root) is not 0 and var order) return order;");
        _code.Close();
        _code.Lines("", "return 0;");
        _code.Close();
        _code.Line();
        _code.Open($"public int Compare({type} x, {type} y, {Root} root)");
        foreach (var field in input.Sdl.Inputs)
        {
            if (target.Fields.Find(f => f.Name == field.Name.Value) is not { } read) continue;
            var (by, order) = (Name("by"), Name("order"));
            _code.Line($"if ({CSharp.Pascal(field.Name.Value)} is {{ }} {by} && {Comparison(field, read, by)} is not 0 and var {order}) return {order};");
        }

        _code.Line("return 0;");
        _code.Close();
        _code.Close();
        _code.Line();
    }

    private string Comparison(InputValueDefinitionNode field, BoundField read, string by)
    {
        var (x, y) = (ReadPlain(read, "x"), ReadPlain(read, "y"));
        if (Sdl.NameOf(field.Type) != "SortEnumType")
        {
            var (a, b) = (Name("a"), Name("b"));
            if (CSharp.WithoutNull(read.Type).IsValueType) (x, y) = ($"({CSharp.Text(CSharp.WithoutNull(read.Type))}?){x}", $"({CSharp.Text(CSharp.WithoutNull(read.Type))}?){y}");
            return $"({x} is {{ }} {a} ? {y} is {{ }} {b} ? {by}.Compare({a}, {b}, root) : -1 : {y} is null ? 0 : 1)";
        }

        var inside = CSharp.WithoutNull(read.Type);
        var cast = inside.IsValueType ? $"({CSharp.Text(inside)}?)" : "";
        return $"{Filtering}.Orders.Compare({by}, {cast}{x}, {cast}{y})";
    }

    /// <summary>The field as it is with no arguments given.</summary>
    private string ReadPlain(BoundField field, string source) => field.Read(source, "root", "default", p => binder.DefaultOf(p) ?? "default");
}
