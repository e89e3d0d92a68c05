using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL;

/// <summary>From schema files to a schema that keeps every rule: parse, validate the document, build, validate the schema.</summary>
public static class SchemaLoader
{
    /// <param name="files">The schema, split as its owner likes; together they are one document.</param>
    /// <exception cref="GraphQLException">
    /// All that is wrong at the first step that finds anything; each location names its file (<see cref="SourceLocation.File"/>).
    /// </exception>
    public static Schema Load(IReadOnlyList<Source> files, SchemaBuilderOptions? options = null)
    {
        var document = Parse(files);
        Refuse(SdlValidator.Validate(document));
        var schema = SchemaBuilder.Build(document, options);
        Refuse(SchemaValidator.Validate(schema));
        return schema;
    }

    private static DocumentNode Parse(IReadOnlyList<Source> files)
    {
        // Each by itself first: an unclosed brace is then an error of its own file, not of the next.
        Refuse([.. files.SelectMany(ErrorsOf)]);
        return Parser.Parse(Source.Join(files), ParserOptions.ForSchemas);
    }

    private static IEnumerable<GraphQLError> ErrorsOf(Source file)
    {
        try
        {
            var document = Parser.Parse(Source.Join(file), ParserOptions.ForSchemas);
            return document.Definitions
                .Where(d => d is OperationDefinitionNode or FragmentDefinitionNode)
                .Select(d => new GraphQLError("A schema file has no place for operations and fragments.", [document.Source.LocationOf(d.Start)]));
        }
        catch (GraphQLException syntax)
        {
            return syntax.Errors;
        }
    }

    private static void Refuse(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0) throw new GraphQLException(errors);
    }
}
