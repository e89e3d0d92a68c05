using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// What every rule shares while one document is validated: the document and its fragments, the schema and the types at the current place,
/// the errors so far, and the limits.
/// </summary>
internal sealed class ValidationContext
{
    private readonly List<Violation> _violations = [];
    private TypeInfo? _types;
    private DocumentWalk? _walk;

    /// <param name="schema">The schema that the document queries, or that a schema document extends; null for a schema document on its own.</param>
    public ValidationContext(Schema? schema, DocumentNode document, ValidationOptions options)
    {
        SchemaOrNull = schema;
        Document = document;
        Options = options;
        Depth = new DepthGauge(options.MaxDepth);
        Fragments = new FragmentGraph(document, options.MaxFragmentSteps);
    }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    /// <summary>For rules that serve schema documents too.</summary>
    public Schema? SchemaOrNull { get; }

    /// <summary>For rules of executable documents, which always have one.</summary>
    public Schema Schema => SchemaOrNull ?? throw new InvalidOperationException("An executable document is validated against a schema.");

    /// <summary>Shared by the walk and the rules, since they share the stack.</summary>
    public DepthGauge Depth { get; }

    public FragmentGraph Fragments { get; }

    /// <summary>Executable documents only.</summary>
    public VariableUsages VariableUsages => field ??= new VariableUsages(Schema, Fragments, Depth);

    /// <summary>The types at the node that the rules are being shown; executable documents only.</summary>
    public TypeInfo Types => _types ?? throw new InvalidOperationException("Types are known while an executable document is walked.");

    /// <summary>What encloses the node that the rules are being shown, the document first and its parent last.</summary>
    public IReadOnlyList<SyntaxNode> Ancestors => _walk?.Ancestors ?? [];

    /// <summary>Shows the whole document to the rules, in their order at every node.</summary>
    /// <returns>The violations in the order they were found; when a limit ended the walk, that error is the last.</returns>
    public IReadOnlyList<Violation> Run(IReadOnlyList<ValidationRule> rules)
    {
        _types = SchemaOrNull is { } schema ? new TypeInfo(schema) : null;
        _walk = new DocumentWalk(rules, _types, Depth);
        try
        {
            _walk.Visit(Document);
        }
        catch (ValidationAborted aborted)
        {
            _violations.Add(new Violation(null, aborted.Error));
        }

        return _violations;
    }

    public void Report(string rule, string message, ReadOnlySpan<SyntaxNode> nodes, IReadOnlyDictionary<string, object?> extensions)
    {
        if (_violations.Count >= Options.MaxErrors) throw ValidationAborted.TooManyErrors(Options.MaxErrors);

        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++) locations[i] = Document.Source.LocationOf(nodes[i].Start);
        _violations.Add(new Violation(rule, new GraphQLError(message, locations, null, extensions)));
    }

    /// <summary>
    /// A fact about every directive that the document may use: those of the schema (of the specification, where there is no schema yet),
    /// and over them those that the document itself defines.
    /// </summary>
    public Dictionary<string, T> ByDirective<T>(Func<DirectiveDefinition, T> ofDefinition, Func<DirectiveDefinitionNode, T> ofNode)
    {
        var facts = new Dictionary<string, T>();
        foreach (var definition in SchemaOrNull?.DirectivesInOrder ?? StandardDefinitions.Directives) facts[definition.Name] = ofDefinition(definition);
        foreach (var node in Document.Definitions.OfType<DirectiveDefinitionNode>()) facts[node.Name.Value] = ofNode(node);
        return facts;
    }

    /// <summary>The question that ends a message about a mistyped name; empty where nothing is near or suggestions are off.</summary>
    public string DidYouMean(string input, IEnumerable<string> options) =>
        Options.Suggestions ? Suggestions.DidYouMean(input, options) : "";
}
