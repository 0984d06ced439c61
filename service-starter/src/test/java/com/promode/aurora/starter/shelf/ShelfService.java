package com.promode.aurora.starter.shelf;

import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShelfService {

    private final EntityManager entities;
    private final Audit audit;

    ShelfService(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    List<ShelfView> create(List<SaveShelf> commands) {
        var views = Batches.each(commands, this::create);
        audit.created("shelf", views, ShelfView::id);
        return views;
    }

    ShelfView change(UUID id, SaveShelf command, IfMatch ifMatch) {
        var shelf = find(id);
        ifMatch.check(shelf.version());
        var before = shelf.view();
        shelf.change(command);
        entities.flush();
        audit.record("shelf.update", "shelf", id, before, shelf.view());
        return shelf.view();
    }

    void remove(UUID id) {
        entities.remove(find(id));
    }

    private ShelfView create(SaveShelf command) {
        var shelf = new Shelf(command);
        entities.persist(shelf);
        return shelf.view();
    }

    private Shelf find(UUID id) {
        return Optional.ofNullable(entities.find(Shelf.class, id))
                .orElseThrow(() -> BusinessException.notFound("shelf", id));
    }
}
