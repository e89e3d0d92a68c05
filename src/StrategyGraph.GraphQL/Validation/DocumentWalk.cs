using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>One pass over a syntax tree for any number of visitors, each of which may skip what is inside a node without disturbing the others.</summary>
/// <param name="types">Kept in step with the walk; null where there is no schema.</param>
/// <param name="depth">Counts every level, as the parser does, so that no document can exhaust the stack.</param>
internal sealed class DocumentWalk(IReadOnlyList<SyntaxVisitor> visitors, TypeInfo? types, DepthGauge depth)
{
    private readonly List<SyntaxNode> _ancestors = [];
    private readonly SyntaxNode?[] _skipping = new SyntaxNode?[visitors.Count];

    /// <summary>What encloses the node being entered or left, the root first and its parent last.</summary>
    public IReadOnlyList<SyntaxNode> Ancestors => _ancestors;

    public void Visit(SyntaxNode? node)
    {
        if (node is null) return;

        var nests = node is SelectionSetNode or ListValueNode or ObjectValueNode or ListTypeNode;
        if (nests) depth.Deepen();
        types?.Enter(node);
        for (var i = 0; i < visitors.Count; i++)
        {
            if (_skipping[i] is null && !visitors[i].Enter(node)) _skipping[i] = node;
        }

        _ancestors.Add(node);
        VisitChildren(node);
        _ancestors.RemoveAt(_ancestors.Count - 1);

        for (var i = 0; i < visitors.Count; i++)
        {
            if (_skipping[i] is null) visitors[i].Leave(node);
            else if (ReferenceEquals(_skipping[i], node)) _skipping[i] = null;
        }

        types?.Leave(node);
        if (nests) depth.Surface();
    }

    private void VisitAll<T>(IReadOnlyList<T> nodes)
        where T : SyntaxNode
    {
        for (var i = 0; i < nodes.Count; i++) Visit(nodes[i]);
    }

    /// <summary>In the order in which the parts are written.</summary>
    private void VisitChildren(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode n:
                VisitAll(n.Definitions);
                break;
            case OperationDefinitionNode n:
                VisitAll(n.VariableDefinitions);
                VisitAll(n.Directives);
                Visit(n.SelectionSet);
                break;
            case FragmentDefinitionNode n:
                Visit(n.TypeCondition);
                VisitAll(n.Directives);
                Visit(n.SelectionSet);
                break;
            case VariableDefinitionNode n:
                Visit(n.Variable);
                Visit(n.Type);
                Visit(n.DefaultValue);
                VisitAll(n.Directives);
                break;
            case SelectionSetNode n:
                VisitAll(n.Selections);
                break;
            case FieldNode n:
                VisitAll(n.Arguments);
                VisitAll(n.Directives);
                Visit(n.SelectionSet);
                break;
            case FragmentSpreadNode n:
                VisitAll(n.Directives);
                break;
            case InlineFragmentNode n:
                Visit(n.TypeCondition);
                VisitAll(n.Directives);
                Visit(n.SelectionSet);
                break;
            case DirectiveNode n:
                VisitAll(n.Arguments);
                break;
            case ArgumentNode n:
                Visit(n.Value);
                break;
            case ListValueNode n:
                VisitAll(n.Values);
                break;
            case ObjectValueNode n:
                VisitAll(n.Fields);
                break;
            case ObjectFieldNode n:
                Visit(n.Value);
                break;
            case ListTypeNode n:
                Visit(n.Type);
                break;
            case NonNullTypeNode n:
                Visit(n.Type);
                break;
            default:
                VisitTypeSystemChildren(node);
                break;
        }
    }

    private void VisitTypeSystemChildren(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode n:
                VisitAll(n.Directives);
                VisitAll(n.OperationTypes);
                break;
            case SchemaExtensionNode n:
                VisitAll(n.Directives);
                VisitAll(n.OperationTypes);
                break;
            case OperationTypeDefinitionNode n:
                Visit(n.Type);
                break;
            case ScalarTypeDefinitionNode n:
                VisitAll(n.Directives);
                break;
            case ObjectTypeDefinitionNode n:
                VisitAll(n.Interfaces);
                VisitAll(n.Directives);
                VisitAll(n.Fields);
                break;
            case InterfaceTypeDefinitionNode n:
                VisitAll(n.Interfaces);
                VisitAll(n.Directives);
                VisitAll(n.Fields);
                break;
            case UnionTypeDefinitionNode n:
                VisitAll(n.Directives);
                VisitAll(n.Types);
                break;
            case EnumTypeDefinitionNode n:
                VisitAll(n.Directives);
                VisitAll(n.Values);
                break;
            case InputObjectTypeDefinitionNode n:
                VisitAll(n.Directives);
                VisitAll(n.Fields);
                break;
            case FieldDefinitionNode n:
                VisitAll(n.Arguments);
                Visit(n.Type);
                VisitAll(n.Directives);
                break;
            case InputValueDefinitionNode n:
                Visit(n.Type);
                Visit(n.DefaultValue);
                VisitAll(n.Directives);
                break;
            case EnumValueDefinitionNode n:
                VisitAll(n.Directives);
                break;
            case DirectiveDefinitionNode n:
                VisitAll(n.Arguments);
                break;
        }
    }
}
