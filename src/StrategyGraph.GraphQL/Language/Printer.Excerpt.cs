namespace StrategyGraph.GraphQL.Language;

// Values in messages: a document can repeat a fault a hundred times, and quote a megabyte each time.
public static partial class Printer
{
    private const int ExcerptLength = GraphQLError.MaxMessageLength;

    private static readonly EnumValueNode Ellipsis = new("...");

    /// <summary>As <see cref="Print"/>, but of a value longer than a message can be only the beginning.</summary>
    public static string Excerpt(ValueNode value)
    {
        var left = ExcerptLength;
        return Print(value.End - value.Start <= ExcerptLength ? value : Beginning(value, ref left));
    }

    /// <param name="left">How many characters may still be taken, roughly; less than one once they are.</param>
    private static ValueNode Beginning(ValueNode value, ref int left)
    {
        switch (value)
        {
            case ListValueNode list:
                var items = new List<ValueNode>();
                for (var i = 0; i < list.Values.Count; i++)
                {
                    items.Add(left > 0 ? Beginning(list.Values[i], ref left) : Ellipsis);
                    if (ReferenceEquals(items[i], Ellipsis)) break;
                }

                return list with { Values = items };
            case ObjectValueNode o:
                var fields = new List<ObjectFieldNode>();
                for (var i = 0; i < o.Fields.Count && left > 0; i++)
                {
                    left -= o.Fields[i].Name.Value.Length;
                    fields.Add(o.Fields[i] with { Value = Beginning(o.Fields[i].Value, ref left) });
                }

                return o with { Fields = fields };
            case StringValueNode text when text.Value.Length > ExcerptLength:
                left = 0;
                return text with { Value = text.Value.Substring(0, ExcerptLength) };
            default:
                left -= value.End - value.Start + 1;
                return value;
        }
    }
}
