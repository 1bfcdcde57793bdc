from kanbandesk.ui.undo import Step, UndoStack


def test_each_own_action_is_a_step_and_the_last_is_undone_first() -> None:
    stack = UndoStack()
    stack.record("u1", "Move #1")
    stack.record("u2", "Tags of #2")
    assert stack.next_undo() == Step("Tags of #2", ("u2",))


def test_several_mutations_are_one_step_once_all_have_been_answered() -> None:
    stack = UndoStack()
    stack.expect("Move 2 cards", ["u1", "u2"])
    stack.record("u1", "Move #1")
    assert stack.next_undo() is None
    stack.record("u2", "Move #2")
    assert stack.next_undo() == Step("Move 2 cards", ("u1", "u2"))


def test_what_was_refused_is_no_part_of_the_step() -> None:
    stack = UndoStack()
    stack.expect("Move 2 cards", ["u1", "u2"])
    stack.record("u1", "Move #1", is_applied=False)
    stack.record("u2", "Move #2")
    assert stack.next_undo() == Step("Move 2 cards", ("u2",))


def test_a_refused_action_alone_is_no_step() -> None:
    stack = UndoStack()
    stack.record("u1", "Move #1", is_applied=False)
    assert stack.next_undo() is None


def test_redo_takes_back_the_mutations_that_undid() -> None:
    stack = UndoStack()
    stack.record("u1", "Move #1")
    step = stack.take_undo()
    assert step is not None
    stack.undone(step, ("u2",))
    assert stack.next_redo() == Step("Move #1", ("u2",))


def test_a_new_action_ends_what_could_be_redone() -> None:
    stack = UndoStack()
    stack.undone(Step("Move #1", ("u1",)), ("u2",))
    stack.record("u3", "Tags of #2")
    assert stack.next_redo() is None


def test_a_step_keeps_why_it_cannot_be_taken_back() -> None:
    stack = UndoStack()
    stack.expect("Answer 2 cards", ["u1", "u2"])
    stack.record("u1", "Answer", why_not="The client has been told.")
    stack.record("u2", "Answer")
    step = stack.next_undo()
    assert step is not None
    assert step.why_not == "The client has been told."
